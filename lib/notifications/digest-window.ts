import { Temporal } from "temporal-polyfill";
import { addDays, type PlainDate, todayIn } from "@/lib/dates";

/** The last passed digest hour of a supplier: the day it closes, and its instant. */
export interface DigestWindow {
  day: PlainDate;
  closedAt: Date;
}

/** Finds the last digest hour before `now` in the supplier's time zone; correct also on days when clocks change. */
export function lastDigestWindow(timeZone: string, hour: number, now: Date): DigestWindow {
  const today = todayIn(timeZone, now.getTime());
  const closedAt = instantOf(today, hour, timeZone);
  if (closedAt <= now) return { day: today, closedAt };
  const yesterday = addDays(today, -1);
  return { day: yesterday, closedAt: instantOf(yesterday, hour, timeZone) };
}

/**
 * Returns the instant of a local hour in the time zone. For an hour that is skipped in spring it is one hour later. For
 * an hour that occurs twice in autumn it is the first (RFC 5545, section 3.3.5).
 */
function instantOf(day: PlainDate, hour: number, timeZone: string): Date {
  const local = { timeZone, plainTime: { hour } };
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(local).epochMilliseconds);
}
