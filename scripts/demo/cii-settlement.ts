import { toDecimal } from "@/lib/money";
import { ciiPeriod } from "./cii-line";
import { ciiDate } from "./cii-value";
import { EXEMPTION_REASON, type InvoiceSpec } from "./invoice-spec";
import type { InvoiceTotals, VatRow } from "./invoice-totals";
import { mandateOf, paymentTermsOf } from "./payment-terms";
import { leaf, node, type XmlElement } from "./xml-element";

/** Makes BG-16 to BG-23: payment, VAT breakdown and totals, and the invoice that a credit note corrects. */
export function ciiSettlement(spec: InvoiceSpec, totals: InvoiceTotals): XmlElement {
  const isDebit = spec.payment === "direct_debit";
  return node("ram:ApplicableHeaderTradeSettlement", [
    isDebit && leaf("ram:CreditorReferenceID", spec.seller.creditorId),
    leaf("ram:PaymentReference", spec.number),
    leaf("ram:InvoiceCurrencyCode", spec.currency),
    paymentMeans(spec),
    ...totals.vat.map((row) => vatRow(spec, row)),
    ciiPeriod(spec.period),
    node("ram:SpecifiedTradePaymentTerms", [
      leaf("ram:Description", paymentTermsOf(spec)),
      spec.dueOn !== undefined && node("ram:DueDateDateTime", [ciiDate("udt:DateTimeString", spec.dueOn)]),
      isDebit && leaf("ram:DirectDebitMandateID", mandateOf(spec)),
    ]),
    summation(spec, totals),
    spec.precedingInvoice &&
      node("ram:InvoiceReferencedDocument", [
        leaf("ram:IssuerAssignedID", spec.precedingInvoice.number),
        node("ram:FormattedIssueDateTime", [ciiDate("qdt:DateTimeString", spec.precedingInvoice.issuedOn)]),
      ]),
  ]);
}

function paymentMeans(spec: InvoiceSpec): XmlElement {
  if (spec.payment === "direct_debit") {
    return node("ram:SpecifiedTradeSettlementPaymentMeans", [leaf("ram:TypeCode", "59")]);
  }
  return node("ram:SpecifiedTradeSettlementPaymentMeans", [
    leaf("ram:TypeCode", "58"),
    node("ram:PayeePartyCreditorFinancialAccount", [
      leaf("ram:IBANID", spec.seller.iban),
      leaf("ram:AccountName", spec.seller.name),
    ]),
    node("ram:PayeeSpecifiedCreditorFinancialInstitution", [leaf("ram:BICID", spec.seller.bic)]),
  ]);
}

function vatRow(spec: InvoiceSpec, row: VatRow): XmlElement {
  return node("ram:ApplicableTradeTax", [
    leaf("ram:CalculatedAmount", toDecimal(row.vatMinor, spec.currency)),
    leaf("ram:TypeCode", "VAT"),
    row.category === "E" && leaf("ram:ExemptionReason", EXEMPTION_REASON),
    leaf("ram:BasisAmount", toDecimal(row.basisMinor, spec.currency)),
    leaf("ram:CategoryCode", row.category),
    // BT-8 = 5 (UNTDID 2475, date of invoice) means « TVA sur les débits » in CII.
    leaf("ram:DueDateTypeCode", "5"),
    leaf("ram:RateApplicablePercent", row.rate),
  ]);
}

function summation(spec: InvoiceSpec, totals: InvoiceTotals): XmlElement {
  return node("ram:SpecifiedTradeSettlementHeaderMonetarySummation", [
    leaf("ram:LineTotalAmount", toDecimal(totals.netMinor, spec.currency)),
    leaf("ram:TaxBasisTotalAmount", toDecimal(totals.netMinor, spec.currency)),
    leaf("ram:TaxTotalAmount", toDecimal(totals.vatMinor, spec.currency), { currencyID: spec.currency }),
    leaf("ram:GrandTotalAmount", toDecimal(totals.grossMinor, spec.currency)),
    leaf("ram:DuePayableAmount", toDecimal(totals.grossMinor, spec.currency)),
  ]);
}
