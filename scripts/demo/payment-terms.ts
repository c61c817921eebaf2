import { formatDate } from "@/lib/dates";
import type { InvoiceSpec } from "./invoice-spec";

/** Returns BT-20, the sentence under the totals. */
export function paymentTermsOf(spec: InvoiceSpec): string {
  if (spec.type === "credit_note") return "Avoir à valoir sur vos prochaines échéances.";
  const when = spec.dueOn === undefined ? "à réception" : `le ${formatDate(spec.dueOn, "fr")}`;
  return spec.payment === "direct_debit"
    ? `Prélèvement automatique ${when}.`
    : `Virement à recevoir au plus tard ${when}.`;
}

/** Returns BT-89, the SEPA mandate: one for each customer number. */
export function mandateOf(spec: InvoiceSpec): string {
  return `RUM-${spec.customerNumber.replaceAll(" ", "")}`;
}
