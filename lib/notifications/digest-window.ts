import { addDays, type PlainDate, todayIn } from "@/lib/dates";

const DAY_MS = 86_400_000;

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
 * Returns the instant of a local hour in the time zone. An hour skipped in spring is moved to the next one; of an hour
 * that occurs twice in autumn, the first is used (RFC 5545, section 3.3.5).
 */
function instantOf(day: PlainDate, hour: number, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  // The offsets before and after a possible clock change near that hour; equal without one.
  const before = offsetMs(timeZone, asUtc - DAY_MS);
  const after = offsetMs(timeZone, asUtc + DAY_MS);
  const isBeforeChange = offsetMs(timeZone, asUtc - before) === before;
  const isAfterChange = offsetMs(timeZone, asUtc - after) === after;
  return new Date(asUtc - (isAfterChange && !isBeforeChange ? after : before));
}

function offsetMs(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? 0);
  return (
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) -
    Math.floor(instant / 1000) * 1000
  );
}
