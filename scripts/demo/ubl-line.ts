import { toDecimal } from "@/lib/money";
import { type InvoiceLine, type InvoiceSpec, UNIT_CODES } from "./invoice-spec";
import { leaf, node, type XmlElement } from "./xml-element";

/** Makes BG-25 as an `InvoiceLine` or `CreditNoteLine`. */
export function ublLine(
  spec: InvoiceSpec,
  line: InvoiceLine,
  position: number,
  netMinor: bigint,
): XmlElement {
  const isCredit = spec.type === "credit_note";
  return node(isCredit ? "cac:CreditNoteLine" : "cac:InvoiceLine", [
    leaf("cbc:ID", String(position)),
    leaf(isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line.quantity, {
      unitCode: UNIT_CODES[line.unit],
    }),
    leaf("cbc:LineExtensionAmount", toDecimal(netMinor, spec.currency), { currencyID: spec.currency }),
    spec.period &&
      node("cac:InvoicePeriod", [
        leaf("cbc:StartDate", spec.period.startsOn),
        leaf("cbc:EndDate", spec.period.endsOn),
      ]),
    line.vehicle !== undefined &&
      node("cac:DocumentReference", [
        leaf("cbc:ID", line.vehicle, { schemeID: "ABZ" }),
        leaf("cbc:DocumentTypeCode", "130"),
      ]),
    node("cac:Item", [
      leaf("cbc:Name", line.description),
      node("cac:ClassifiedTaxCategory", [
        leaf("cbc:ID", line.vatRate === "0" ? "E" : "S"),
        leaf("cbc:Percent", line.vatRate),
        node("cac:TaxScheme", [leaf("cbc:ID", "VAT")]),
      ]),
      line.contract !== undefined &&
        node("cac:AdditionalItemProperty", [leaf("cbc:Name", "Contrat"), leaf("cbc:Value", line.contract)]),
    ]),
    node("cac:Price", [leaf("cbc:PriceAmount", line.unitPrice, { currencyID: spec.currency })]),
  ]);
}
