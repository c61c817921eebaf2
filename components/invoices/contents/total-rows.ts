import type { ContentsTotals } from "@/lib/formats/invoice-contents";

export interface TotalRow {
  label: keyof ContentsTotals | "toYourCredit";
  decimal: string;
}

/** In the order in which EN 16931 adds them up: the rounding (BT-114) belongs to the amount due, not to the total. */
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

/** The totals that a file states. A credit note never asks for money, nor does an invoice that was paid too much. */
export function totalRows(totals: ContentsTotals, type: "invoice" | "credit_note"): TotalRow[] {
  return ORDER.flatMap((label) => {
    const decimal = totals[label];
    if (decimal === null) return [];
    const isCredit = label === "due" && (type === "credit_note" || decimal.startsWith("-"));
    return [isCredit ? { label: "toYourCredit", decimal: decimal.replace(/^[+-]/, "") } : { label, decimal }];
  });
}
