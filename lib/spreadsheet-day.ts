import type { PlainDate } from "./dates";
import { DAY_MS } from "./durations";

/** Spreadsheets count days from 30 December 1899; this holds from March 1900 on. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);

/** Returns the number with which spreadsheets store a day. */
export const toSpreadsheetDay = (day: PlainDate): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - DAY_ZERO_MS) / DAY_MS);

/** Returns the day that spreadsheets store as this whole number. */
export const fromSpreadsheetDay = (days: number): PlainDate =>
  new Date(DAY_ZERO_MS + days * DAY_MS).toISOString().slice(0, 10);
