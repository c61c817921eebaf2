import type { alerts } from "@/db/schema/alerts";
import type { AlertCondition } from "@/lib/alert-conditions";
import { MINUTE_MS } from "@/lib/durations";

/** Whether a condition was seen in one look at the installation. */
export interface Observation {
  condition: AlertCondition;
  /** The job that is late, or the id of the supplier whose mails pause; "" for the other conditions. */
  subject: string;
  isWrong: boolean;
}

/**
 * How long a condition must last before operators are told: conditions that say themselves how long is too long open at
 * once, but one failed try of the storage may be a short disturbance.
 */
const OPENS_AFTER_MS: Record<AlertCondition, number> = {
  job_late: 0,
  mails_waiting: 0,
  webhook_silent: 0,
  storage_wrong: 2 * MINUTE_MS,
  ledger_wrong: 0,
  supplier_paused: 0,
};

/** How long a condition must have ended before its alert is closed, so that one that comes and goes is one alert. */
export const CLOSES_AFTER_MS = 5 * MINUTE_MS;

export type AlertState = Pick<typeof alerts.$inferSelect, "wrongSince" | "openedAt" | "wellSince">;

/** What an observation does to an alert that is not closed, or to none. */
export type Change =
  /** Not wrong for long enough yet, or nothing new. */
  | { kind: "keep"; state: AlertState }
  /** It begins: operators are told. */
  | { kind: "open"; state: AlertState }
  /** It ends: operators are told. */
  | { kind: "close" }
  /** It ended before operators were told. */
  | { kind: "forget" };

/** Returns the change of an alert by one observation at `at`; null when there is nothing to store. */
export function changeBy(
  state: AlertState | null,
  { condition, isWrong }: Observation,
  at: Date,
): Change | null {
  if (!state && !isWrong) return null;
  const { wrongSince, openedAt, wellSince } = state ?? { wrongSince: at, openedAt: null, wellSince: null };
  if (!openedAt) {
    if (!isWrong) return { kind: "forget" };
    const isLong = at.getTime() - wrongSince.getTime() >= OPENS_AFTER_MS[condition];
    return {
      kind: isLong ? "open" : "keep",
      state: { wrongSince, openedAt: isLong ? at : null, wellSince: null },
    };
  }
  if (isWrong) return { kind: "keep", state: { wrongSince, openedAt, wellSince: null } };
  const since = wellSince ?? at;
  if (at.getTime() - since.getTime() >= CLOSES_AFTER_MS) return { kind: "close" };
  return { kind: "keep", state: { wrongSince, openedAt, wellSince: since } };
}
