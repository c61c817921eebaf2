import { addDays, type PlainDate, weekdayOf } from "@/lib/dates";
import { isFrenchHoliday } from "@/lib/french-holidays";

/** The first deposit of a day: minutes after midnight in the supplier's time zone. */
export interface FirstDeposit {
  day: PlainDate;
  minute: number;
}

/** A supplier that usually deposits at a time, and has not. */
export interface LateDeposit {
  /** The day of its last deposit. */
  lastDay: PlainDate;
  /** When the first deposit of a day usually arrives, in minutes after midnight. */
  usualMinute: number;
}

/** The weeks before the last deposit that show what is usual. */
export const USUAL_WEEKS = 8;
/** After this many days without any deposit, nothing is usual any more. */
export const SILENT_AFTER_DAYS = 28;
/** A weekday is usual when it had a deposit in this share of the weeks, without holidays. */
const MIN_SHARE = 0.8;
/** With fewer days of one weekday, it is not known whether that weekday is usual. */
const MIN_DAYS = 5;
/** The time is usual when this share of the days is close to it. */
const MIN_CLOSE_SHARE = 0.75;
const CLOSE_MINUTES = 90;
/** A deposit is late so long after its usual time. */
const LATE_AFTER_MINUTES = 120;

/**
 * Returns that a deposit is late, or null: compares the days since the last deposit with the weekdays and the time of
 * the first deposits of the eight weeks before. Null also when the history is too short or too irregular to expect
 * anything. Public holidays are never expected, and their absence makes no weekday unusual.
 */
export function lateDeposit(
  history: readonly FirstDeposit[],
  now: { day: PlainDate; minute: number },
): LateDeposit | null {
  const last = history.reduce<FirstDeposit | null>(
    (newest, one) => (newest && newest.day > one.day ? newest : one),
    null,
  );
  if (!last || last.day >= now.day || last.day < addDays(now.day, -SILENT_AFTER_DAYS)) return null;
  const from = addDays(last.day, 1 - 7 * USUAL_WEEKS);
  const recent = history.filter(({ day }) => day >= from);
  const isUsual = usualWeekdays(recent, from, last.day);
  const usual = recent.filter(({ day }) => isUsual.has(weekdayOf(day)) && !isFrenchHoliday(day));
  const usualMinute = usualMinuteOf(usual);
  if (usualMinute === null) return null;
  for (let day = addDays(last.day, 1); day <= now.day; day = addDays(day, 1)) {
    const isOver = day < now.day || now.minute >= usualMinute + LATE_AFTER_MINUTES;
    if (isOver && isUsual.has(weekdayOf(day)) && !isFrenchHoliday(day))
      return { lastDay: last.day, usualMinute };
  }
  return null;
}

function usualWeekdays(recent: readonly FirstDeposit[], from: PlainDate, to: PlainDate): Set<number> {
  const withDeposit = new Set(recent.map(({ day }) => day));
  const counts = new Map<number, { days: number; deposits: number }>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isFrenchHoliday(day)) continue;
    const { days, deposits } = counts.get(weekdayOf(day)) ?? { days: 0, deposits: 0 };
    counts.set(weekdayOf(day), { days: days + 1, deposits: deposits + (withDeposit.has(day) ? 1 : 0) });
  }
  return new Set(
    [...counts]
      .filter(([, { days, deposits }]) => days >= MIN_DAYS && deposits / days >= MIN_SHARE)
      .map(([weekday]) => weekday),
  );
}

/** The median, rounded to ten minutes; null when the times are too different. */
function usualMinuteOf(usual: readonly FirstDeposit[]): number | null {
  const minutes = usual.map(({ minute }) => minute).sort((a, b) => a - b);
  const median = minutes[Math.floor(minutes.length / 2)];
  if (median === undefined) return null;
  const close = minutes.filter((minute) => Math.abs(minute - median) <= CLOSE_MINUTES);
  return close.length / minutes.length >= MIN_CLOSE_SHARE ? Math.round(median / 10) * 10 : null;
}
