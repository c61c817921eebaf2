import { type InvoiceSpec, LEGAL_NOTES, typeCodeOf } from "./invoice-spec";
import { totalsOf } from "./invoice-totals";
import { paymentTermsOf } from "./payment-terms";
import { ublLine } from "./ubl-line";
import { ublBuyer, ublSeller } from "./ubl-party";
import { ublPaymentMeans, ublTaxTotal, ublTotals } from "./ubl-settlement";
import { leaf, node, serializeXml, type XmlElement } from "./xml-element";

/** Makes an OASIS UBL 2.1 `Invoice`, or `CreditNote` for a credit note, according to EN 16931. */
export function makeUbl(spec: InvoiceSpec): Uint8Array {
  const isCredit = spec.type === "credit_note";
  const root = isCredit ? "CreditNote" : "Invoice";
  const totals = totalsOf(spec);
  return serializeXml(
    node(
      root,
      [
        ...opening(spec, isCredit),
        ...references(spec),
        ublSeller(spec.seller, spec.payment),
        ublBuyer(spec.buyer),
        ublPaymentMeans(spec),
        node("cac:PaymentTerms", [leaf("cbc:Note", paymentTermsOf(spec))]),
        ublTaxTotal(spec, totals),
        ublTotals(spec, totals),
        ...spec.lines.map((line, index) => ublLine(spec, line, index + 1, totals.lineNetMinor[index] ?? 0n)),
      ],
      {
        xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
        "xmlns:cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
        "xmlns:cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
      },
    ),
  );
}

function opening(spec: InvoiceSpec, isCredit: boolean): (XmlElement | false)[] {
  return [
    leaf("cbc:CustomizationID", "urn:cen.eu:en16931:2017"),
    // BT-23: S1 means « dépôt d’une facture de prestation de services » (XP Z12-012).
    leaf("cbc:ProfileID", "S1"),
    leaf("cbc:ID", spec.number),
    leaf("cbc:IssueDate", spec.issuedOn),
    // A UBL credit note has its due date in the payment means.
    !isCredit && spec.dueOn !== undefined && leaf("cbc:DueDate", spec.dueOn),
    leaf(isCredit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", typeCodeOf(spec)),
    ...spec.notes.map((text) => leaf("cbc:Note", text)),
    ...LEGAL_NOTES.map(({ code, text }) => leaf("cbc:Note", `#${code}#${text}`)),
    leaf("cbc:DocumentCurrencyCode", spec.currency),
    leaf("cbc:BuyerReference", spec.customerNumber),
  ];
}

function references(spec: InvoiceSpec): (XmlElement | false | undefined)[] {
  const [contract] = spec.contracts;
  const [plate, ...otherPlates] = spec.plates;
  return [
    node("cac:InvoicePeriod", [
      spec.period && leaf("cbc:StartDate", spec.period.startsOn),
      spec.period && leaf("cbc:EndDate", spec.period.endsOn),
      // BT-8 = 3 (UNTDID 2005, invoice issue date) means « TVA sur les débits » in UBL.
      leaf("cbc:DescriptionCode", "3"),
    ]),
    spec.precedingInvoice &&
      node("cac:BillingReference", [
        node("cac:InvoiceDocumentReference", [
          leaf("cbc:ID", spec.precedingInvoice.number),
          leaf("cbc:IssueDate", spec.precedingInvoice.issuedOn),
        ]),
      ]),
    contract !== undefined && node("cac:ContractDocumentReference", [leaf("cbc:ID", contract)]),
    plate !== undefined &&
      otherPlates.length === 0 &&
      node("cac:AdditionalDocumentReference", [
        leaf("cbc:ID", plate, { schemeID: "ABZ" }),
        leaf("cbc:DocumentTypeCode", "130"),
      ]),
  ];
}
