import { addDays, addMonths, type PlainDate } from "@/lib/dates";

/** Days, both ends included. */
export interface DateRange {
  from: PlainDate;
  to: PlainDate;
}

/** So many months from that first day on. */
export function monthsFrom(from: PlainDate, months: number): DateRange {
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** All days of a month `YYYY-MM`. */
export const monthRange = (month: string): DateRange => monthsFrom(`${month}-01`, 1);

/** The month of that day and so many before it, newest first, as `YYYY-MM`. */
export function monthsBack(today: PlainDate, count: number): string[] {
  const month = `${today.slice(0, 7)}-01`;
  return Array.from({ length: count + 1 }, (_, back) => addMonths(month, -back).slice(0, 7));
}
