import { addDays, type PlainDate, todayIn } from "@/lib/dates";

const DAY_MS = 86_400_000;

/** The last passed hour of a supplier's daily digest: which day it closes, and the instant it struck. */
export interface DigestWindow {
  day: PlainDate;
  closedAt: Date;
}

/** At `now`, in the supplier's time zone; right on the days when clocks change. */
export function lastDigestWindow(timeZone: string, hour: number, now: Date): DigestWindow {
  const today = todayIn(timeZone, now.getTime());
  const closedAt = instantOf(today, hour, timeZone);
  if (closedAt <= now) return { day: today, closedAt };
  const yesterday = addDays(today, -1);
  return { day: yesterday, closedAt: instantOf(yesterday, hour, timeZone) };
}

/**
 * The instant at which a wall clock of the zone shows that hour. An hour that is skipped in spring counts as the next one,
 * of an hour that comes twice in autumn the first counts (RFC 5545, section 3.3.5).
 */
function instantOf(day: PlainDate, hour: number, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  // The offsets before and after a change of clocks near that hour; the same two without one.
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
