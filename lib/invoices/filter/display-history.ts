import { addMonths, type PlainDate } from "@/lib/dates";

/** Returns the first issue date shown by a display history of this number of months. */
export function shownSince(today: PlainDate, months: number): PlainDate {
  return addMonths(today, -months);
}
