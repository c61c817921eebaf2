import type { Spend } from "./spend";
import { totalOf } from "./spend";
import type { MonthSpend } from "./sum-by-month";

/** One month of the overview, `YYYY-MM`, with or without documents. */
export interface OverviewMonth extends Spend {
  month: string;
  correctiveCount: number;
}

/** Adds up the sums of each month, of one account or several, in the given order; months without a document get zeros. */
export function fillMonths(months: readonly string[], sums: readonly MonthSpend[]): OverviewMonth[] {
  return months.map((month) => {
    const own = sums.filter((one) => one.month === month);
    const correctiveCount = own.reduce((count, one) => count + one.correctiveCount, 0);
    return { month, correctiveCount, ...totalOf(own) };
  });
}
