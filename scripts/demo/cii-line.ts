import { toDecimal } from "@/lib/money";
import { ciiDate, ciiVehicle } from "./cii-value";
import { type InvoiceLine, type InvoiceSpec, UNIT_CODES } from "./invoice-spec";
import { leaf, node, type XmlElement } from "./xml-element";

/** Makes BG-25: one line, with its vehicle as BT-128 and its contract as an item attribute (BG-32). */
export function ciiLine(
  spec: InvoiceSpec,
  line: InvoiceLine,
  position: number,
  netMinor: bigint,
): XmlElement {
  return node("ram:IncludedSupplyChainTradeLineItem", [
    node("ram:AssociatedDocumentLineDocument", [leaf("ram:LineID", String(position))]),
    node("ram:SpecifiedTradeProduct", [
      leaf("ram:Name", line.description),
      line.contract !== undefined &&
        node("ram:ApplicableProductCharacteristic", [
          leaf("ram:Description", "Contrat"),
          leaf("ram:Value", line.contract),
        ]),
    ]),
    node("ram:SpecifiedLineTradeAgreement", [
      node("ram:NetPriceProductTradePrice", [leaf("ram:ChargeAmount", line.unitPrice)]),
    ]),
    node("ram:SpecifiedLineTradeDelivery", [
      leaf("ram:BilledQuantity", line.quantity, { unitCode: UNIT_CODES[line.unit] }),
    ]),
    node("ram:SpecifiedLineTradeSettlement", [
      node("ram:ApplicableTradeTax", [
        leaf("ram:TypeCode", "VAT"),
        leaf("ram:CategoryCode", line.vatRate === "0" ? "E" : "S"),
        leaf("ram:RateApplicablePercent", line.vatRate),
      ]),
      ciiPeriod(spec.period),
      node("ram:SpecifiedTradeSettlementLineMonetarySummation", [
        leaf("ram:LineTotalAmount", toDecimal(netMinor, spec.currency)),
      ]),
      line.vehicle !== undefined && ciiVehicle(line.vehicle),
    ]),
  ]);
}

/** Makes BG-14 or BG-26, the invoicing period. */
export function ciiPeriod(period: InvoiceSpec["period"]): XmlElement | undefined {
  return (
    period &&
    node("ram:BillingSpecifiedPeriod", [
      node("ram:StartDateTime", [ciiDate("udt:DateTimeString", period.startsOn)]),
      node("ram:EndDateTime", [ciiDate("udt:DateTimeString", period.endsOn)]),
    ])
  );
}
