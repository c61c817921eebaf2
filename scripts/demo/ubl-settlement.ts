import { toDecimal } from "@/lib/money";
import { EXEMPTION_REASON, type InvoiceSpec } from "./invoice-spec";
import type { InvoiceTotals } from "./invoice-totals";
import { mandateOf } from "./payment-terms";
import { leaf, node, type XmlElement } from "./xml-element";

/** Makes BG-16, the payment instructions. */
export function ublPaymentMeans(spec: InvoiceSpec): XmlElement {
  const isDebit = spec.payment === "direct_debit";
  return node("cac:PaymentMeans", [
    leaf("cbc:PaymentMeansCode", isDebit ? "59" : "58"),
    spec.type === "credit_note" && spec.dueOn !== undefined && leaf("cbc:PaymentDueDate", spec.dueOn),
    leaf("cbc:PaymentID", spec.number),
    !isDebit &&
      node("cac:PayeeFinancialAccount", [
        leaf("cbc:ID", spec.seller.iban),
        leaf("cbc:Name", spec.seller.name),
        node("cac:FinancialInstitutionBranch", [leaf("cbc:ID", spec.seller.bic)]),
      ]),
    isDebit && node("cac:PaymentMandate", [leaf("cbc:ID", mandateOf(spec))]),
  ]);
}

/** Makes BT-110 and BG-23, the total VAT and its breakdown. */
export function ublTaxTotal(spec: InvoiceSpec, totals: InvoiceTotals): XmlElement {
  const currencyID = spec.currency;
  return node("cac:TaxTotal", [
    leaf("cbc:TaxAmount", toDecimal(totals.vatMinor, currencyID), { currencyID }),
    ...totals.vat.map((row) =>
      node("cac:TaxSubtotal", [
        leaf("cbc:TaxableAmount", toDecimal(row.basisMinor, currencyID), { currencyID }),
        leaf("cbc:TaxAmount", toDecimal(row.vatMinor, currencyID), { currencyID }),
        node("cac:TaxCategory", [
          leaf("cbc:ID", row.category),
          leaf("cbc:Percent", row.rate),
          row.category === "E" && leaf("cbc:TaxExemptionReason", EXEMPTION_REASON),
          node("cac:TaxScheme", [leaf("cbc:ID", "VAT")]),
        ]),
      ]),
    ),
  ]);
}

/** Makes BG-22, the document totals. */
export function ublTotals(spec: InvoiceSpec, totals: InvoiceTotals): XmlElement {
  const currencyID = spec.currency;
  return node("cac:LegalMonetaryTotal", [
    leaf("cbc:LineExtensionAmount", toDecimal(totals.netMinor, currencyID), { currencyID }),
    leaf("cbc:TaxExclusiveAmount", toDecimal(totals.netMinor, currencyID), { currencyID }),
    leaf("cbc:TaxInclusiveAmount", toDecimal(totals.grossMinor, currencyID), { currencyID }),
    leaf("cbc:PayableAmount", toDecimal(totals.grossMinor, currencyID), { currencyID }),
  ]);
}
