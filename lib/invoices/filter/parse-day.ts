import { isPlainDate, type PlainDate } from "@/lib/dates";

const FRENCH = /^(\d{1,2})[-/. ]?(\d{1,2})[-/. ]?(\d{4}|\d{2})$/;

/**
 * Reads a typed date: `2026-11-23`, or day, month, year as in French (`23/11/2026`, `23.11.26`, `23112026`; a year of
 * two digits is in this century). Null for a text that is not a calendar date.
 */
export function parseDay(text: string): PlainDate | null {
  const written = text.trim();
  if (isPlainDate(written)) return written;
  const [, day = "", month = "", year = ""] = FRENCH.exec(written) ?? [];
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(date) ? date : null;
}
