import type { ContentsTotals } from "@/lib/formats/invoice-contents";

export interface TotalRow {
  label: keyof ContentsTotals | "toYourCredit";
  decimal: string;
}

/**
 * The order in which EN 16931 adds up the totals: the rounding (BT-114) belongs to the amount due, not to the total.
 */
const ORDER = [
  "lines",
  "allowances",
  "charges",
  "withoutVat",
  "vat",
  "withVat",
  "prepaid",
  "rounding",
  "due",
] as const satisfies readonly (keyof ContentsTotals)[];

/**
 * Returns the totals that a file states. On a credit note, or an invoice that was paid too much, the amount due is
 * shown as an amount in favour of the customer.
 */
export function totalRows(totals: ContentsTotals, type: "invoice" | "credit_note"): TotalRow[] {
  return ORDER.flatMap((label) => {
    const decimal = totals[label];
    if (decimal === null) return [];
    const isCredit = label === "due" && (type === "credit_note" || decimal.startsWith("-"));
    return [isCredit ? { label: "toYourCredit", decimal: decimal.replace(/^[+-]/, "") } : { label, decimal }];
  });
}
