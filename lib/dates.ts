import { Temporal } from "temporal-polyfill";
import { LANGUAGES } from "./language-formats";
import type { Locale } from "./languages";

/** A calendar day without time or zone, `YYYY-MM-DD`, as on invoices. Comparing two as strings compares the days. */
export type PlainDate = string;

/** Returns whether the text is a day that exists in the calendar, years 0001 to 9999. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the same day of another month, or the last day of that month if it is shorter:
 * 29 February 2024 + 24 months is 28 February 2026, as in PostgreSQL.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Returns the day `days` later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Returns the weekday of a day: 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf = (date: PlainDate): number => Temporal.PlainDate.from(date).dayOfWeek;

/** Compares two days for `sort`: negative when `a` is before `b`, zero when equal, positive when after. */
export function compare(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns the calendar day in an IANA time zone at an instant (milliseconds since 1970). */
export function todayIn(timeZone: string, nowMs: number): PlainDate {
  return zoned(nowMs, timeZone).date;
}

/** Formats a day: 20/11/2026 in French, 20 Nov 2026 in English. */
export function formatDate(date: PlainDate, locale: Locale): string {
  return fill(LANGUAGES[locale].datePattern, date, locale);
}

/** Formats a day without its year: 4/12 in French, 4 Dec in English. */
export function formatShortDate(date: PlainDate, locale: Locale): string {
  return fill(LANGUAGES[locale].shortDatePattern, date, locale);
}

/** Formats a month, « Novembre 2026 », from a day or from `YYYY-MM`. */
export function formatMonth(date: PlainDate, locale: Locale): string {
  const words = monthInSentence(date, locale);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Formats a month for use within a sentence, « novembre 2026 », from a day or from `YYYY-MM`. */
export function monthInSentence(date: PlainDate, locale: Locale): string {
  return `${monthName(date, locale)} ${parts(date).year}`;
}

/** Returns the name of a month for use within a sentence, « novembre », from a day or from `YYYY-MM`. */
export function monthName(date: PlainDate, locale: Locale): string {
  return LANGUAGES[locale].months[parts(date).month - 1] ?? "";
}

/** Returns the short name of a month, « nov. », from a day or from `YYYY-MM`. */
export function shortMonthName(date: PlainDate, locale: Locale): string {
  return LANGUAGES[locale].shortMonths[parts(date).month - 1] ?? "";
}

/** Formats an instant to the minute in the time zone: 20/11/2026 à 14:05, or 20 Nov 2026, 14:05. */
export function formatInstant(instant: number | Date, locale: Locale, timeZone: string): string {
  const { date, time } = zoned(Number(instant), timeZone);
  return LANGUAGES[locale].instantPattern
    .replace("{date}", () => formatDate(date, locale))
    .replace("{time}", time);
}

/** Formats the time of an instant in the time zone, to the minute: 14:05. */
export const formatTime = (instant: number | Date, timeZone: string): string =>
  zoned(Number(instant), timeZone).time;

/** Formats a time of the day given in minutes after midnight: 06:00. */
export const formatMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Formats a full hour of the day, 0 to 23: « 18 h », 18:00. */
export function formatHour(hour: number, locale: Locale): string {
  return LANGUAGES[locale].hourPattern.replace("{hour}", String(hour));
}

/** Formats the date by a pattern with Unicode CLDR letters: `d` or `dd`, `M`, `MM` or `MMM`, `yyyy`. */
function fill(pattern: string, date: PlainDate, locale: Locale): string {
  return pattern.replace(/d+|M+|y+/g, (field) => {
    if (field === "MMM") return shortMonthName(date, locale);
    const written = field.startsWith("d")
      ? date.slice(8)
      : field.startsWith("M")
        ? date.slice(5, 7)
        : date.slice(0, 4);
    return field.length === 1 ? String(Number(written)) : written;
  });
}

function parts(date: string): { year: number; month: number; day: number } {
  const [year = NaN, month = NaN, day = 1] = date.split("-").map(Number);
  return { year, month, day };
}

/** Formatters are cached: creating one takes longer than using one a hundred times. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function zoned(instantMs: number, timeZone: string): { date: PlainDate; time: string } {
  const formatter = FORMATTERS.get(timeZone) ?? formatterOf(timeZone);
  FORMATTERS.set(timeZone, formatter);
  const fields = formatter.formatToParts(instantMs);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    fields.find((field) => field.type === type)?.value ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}
