import { addMonths, type PlainDate } from "@/lib/dates";
import { type DateRange, monthsFrom } from "@/lib/months";

export const QUICK_PERIODS = [
  "thisMonth",
  "lastMonth",
  "thisQuarter",
  "lastQuarter",
  "thisYear",
  "lastYear",
] as const;

export type QuickPeriodName = (typeof QUICK_PERIODS)[number];

/** Returns the date range of a usual accounting period, relative to `today`. */
export function quickPeriod(name: QuickPeriodName, today: PlainDate): DateRange {
  const month = `${today.slice(0, 7)}-01`;
  const quarter = addMonths(month, -((Number(today.slice(5, 7)) - 1) % 3));
  const year = `${today.slice(0, 4)}-01-01`;
  switch (name) {
    case "thisMonth":
      return monthsFrom(month, 1);
    case "lastMonth":
      return monthsFrom(addMonths(month, -1), 1);
    case "thisQuarter":
      return monthsFrom(quarter, 3);
    case "lastQuarter":
      return monthsFrom(addMonths(quarter, -3), 3);
    case "thisYear":
      return monthsFrom(year, 12);
    case "lastYear":
      return monthsFrom(addMonths(year, -12), 12);
  }
}
