import { addDays, addMonths, type PlainDate } from "@/lib/dates";

/** A period in days; both ends are included. */
export interface DateRange {
  from: PlainDate;
  to: PlainDate;
}

/** Returns the period of `months` months that begins on `from`. */
export function monthsFrom(from: PlainDate, months: number): DateRange {
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** Returns the period of a month `YYYY-MM`. */
export const monthRange = (month: string): DateRange => monthsFrom(`${month}-01`, 1);

/** Returns the current month and the `count` months before it, newest first, as `YYYY-MM`. */
export function monthsBack(today: PlainDate, count: number): string[] {
  const month = `${today.slice(0, 7)}-01`;
  return Array.from({ length: count + 1 }, (_, back) => addMonths(month, -back).slice(0, 7));
}
