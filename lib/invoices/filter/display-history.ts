import { addMonths, type PlainDate } from "@/lib/dates";

/** The first issue date shown by a history of so many months. */
export function shownSince(today: PlainDate, months: number): PlainDate {
  return addMonths(today, -months);
}
