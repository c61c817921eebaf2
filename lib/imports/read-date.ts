import { fromSpreadsheetDay } from "@/lib/spreadsheet-day";

/** The days that a spreadsheet's number can mean in a column of dates: 2000 to 2099. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/**
 * Reads a date as spreadsheets write it: ISO 8601, day first (23/11/2026, 23.11.26, 23-11-2026), each with or without a
 * time, or the number of days since 1900 of a cell that lost its format. Null for anything else, also for
 * month-first dates such as 11/23/2026.
 */
export function readDate(text: string): string | null {
  const day = text.replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z| ?[AP]M)?$/i, "");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(day);
  if (french) return dateOf(french[3]?.padStart(4, "20"), french[2], french[1]);
  const serial = /^(\d{5})(?:[.,]\d{1,15})?$/.exec(day);
  if (!serial) return null;
  const days = Number(serial[1]);
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return null;
  return fromSpreadsheetDay(days);
}

function dateOf(year = "", month = "", day = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}
