import type { Spend } from "./spend";
import { NO_SPEND } from "./spend";
import type { MonthSpend } from "./sum-by-month";

/** One month of the overview, `YYYY-MM`, with or without documents. */
export interface OverviewMonth extends Spend {
  month: string;
  correctiveCount: number;
}

/** Returns the sums of all months in the given order; months without a document get zeros. */
export function fillMonths(months: readonly string[], sums: readonly MonthSpend[]): OverviewMonth[] {
  return months.map((month) => {
    const sum = sums.find((one) => one.month === month);
    if (!sum) return { month, correctiveCount: 0, ...NO_SPEND };
    const { correctiveCount, invoicesMinor, creditNotesMinor, invoiceCount, creditNoteCount } = sum;
    return { month, correctiveCount, invoicesMinor, creditNotesMinor, invoiceCount, creditNoteCount };
  });
}
