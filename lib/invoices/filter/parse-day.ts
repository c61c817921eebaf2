import { isPlainDate, type PlainDate } from "@/lib/dates";

const FRENCH = /^(\d{1,2})[-/. ]?(\d{1,2})[-/. ]?(\d{4}|\d{2})$/;

/**
 * Reads a day as it is typed: `2026-11-23`, or day, month, year as in French (`23/11/2026`, `23.11.26`, `23112026`;
 * two digits are a year of this century). Null for what is no day of the calendar.
 */
export function parseDay(text: string): PlainDate | null {
  const written = text.trim();
  if (isPlainDate(written)) return written;
  const [, day = "", month = "", year = ""] = FRENCH.exec(written) ?? [];
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(date) ? date : null;
}
