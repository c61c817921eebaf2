import { ciiLine } from "./cii-line";
import { ciiBuyer, ciiSeller } from "./cii-party";
import { ciiSettlement } from "./cii-settlement";
import { ciiDate, ciiVehicle } from "./cii-value";
import { type InvoiceSpec, LEGAL_NOTES, typeCodeOf } from "./invoice-spec";
import { totalsOf } from "./invoice-totals";
import { leaf, node, serializeXml, type XmlElement } from "./xml-element";

/** Makes a UN/CEFACT Cross Industry Invoice D16B in the EN 16931 profile of Factur-X; `makeFacturX` embeds it. */
export function makeCii(spec: InvoiceSpec): Uint8Array {
  const totals = totalsOf(spec);
  return serializeXml(
    node(
      "rsm:CrossIndustryInvoice",
      [
        context(),
        header(spec),
        node("rsm:SupplyChainTradeTransaction", [
          ...spec.lines.map((line, index) =>
            ciiLine(spec, line, index + 1, totals.lineNetMinor[index] ?? 0n),
          ),
          agreement(spec),
          node("ram:ApplicableHeaderTradeDelivery", []),
          ciiSettlement(spec, totals),
        ]),
      ],
      {
        "xmlns:rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
        "xmlns:ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
        "xmlns:qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
        "xmlns:udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
      },
    ),
  );
}

function context(): XmlElement {
  return node("rsm:ExchangedDocumentContext", [
    // BT-23: S1 means « dépôt d’une facture de prestation de services » (XP Z12-012).
    node("ram:BusinessProcessSpecifiedDocumentContextParameter", [leaf("ram:ID", "S1")]),
    node("ram:GuidelineSpecifiedDocumentContextParameter", [leaf("ram:ID", "urn:cen.eu:en16931:2017")]),
  ]);
}

function header(spec: InvoiceSpec): XmlElement {
  return node("rsm:ExchangedDocument", [
    leaf("ram:ID", spec.number),
    leaf("ram:TypeCode", typeCodeOf(spec)),
    node("ram:IssueDateTime", [ciiDate("udt:DateTimeString", spec.issuedOn)]),
    ...spec.notes.map((text) => node("ram:IncludedNote", [leaf("ram:Content", text)])),
    ...LEGAL_NOTES.map(({ code, text }) =>
      node("ram:IncludedNote", [leaf("ram:Content", text), leaf("ram:SubjectCode", code)]),
    ),
  ]);
}

function agreement(spec: InvoiceSpec): XmlElement {
  const [contract] = spec.contracts;
  const [plate, ...otherPlates] = spec.plates;
  return node("ram:ApplicableHeaderTradeAgreement", [
    leaf("ram:BuyerReference", spec.customerNumber),
    ciiSeller(spec.seller),
    ciiBuyer(spec.buyer),
    contract !== undefined &&
      node("ram:ContractReferencedDocument", [leaf("ram:IssuerAssignedID", contract)]),
    // BT-18 holds only one identifier: a fleet invoice has its vehicles on the lines.
    plate !== undefined && otherPlates.length === 0 && ciiVehicle(plate),
  ]);
}
