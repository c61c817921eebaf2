import { LONGEST_WAIT_MINUTES } from "@/lib/alert-conditions";
import type { Reports } from "@/lib/alerts/reports";
import { MINUTE_MS } from "@/lib/durations";

/** `watch`: somebody should look at it soon; `bad`: something does not work now. */
export type Condition = "ok" | "watch" | "bad";

/** Days back in which mails that were not sent are counted and listed. */
export const FAILED_DAYS = 7;

/** Hours back in which refused callers are counted (auth_attempt_figures). */
export const REFUSAL_HOURS = 24;

export function outboxCondition({ oldestWaitingAt }: { oldestWaitingAt: Date | null }, at: Date): Condition {
  const waitedMs = oldestWaitingAt ? at.getTime() - oldestWaitingAt.getTime() : 0;
  return waitedMs > LONGEST_WAIT_MINUTES * MINUTE_MS ? "bad" : "ok";
}

/** A job whose last run failed may succeed at the next call; after its limit it is late. */
export function jobCondition(job: { isLate: boolean; lastFailedAt: Date | null }): Condition {
  if (job.isLate) return "bad";
  return job.lastFailedAt ? "watch" : "ok";
}

/** Mails refused because of their address are for advisers to mend, and not for operators. */
export const deadCondition = (mails: { dead: number; deadForAddress: number }): Condition =>
  mails.dead > mails.deadForAddress ? "watch" : "ok";

export const uncertainCondition = ({ uncertain }: { uncertain: number }): Condition =>
  uncertain > 0 ? "watch" : "ok";

/** An identifier that nobody may try any more today is under attack, or its owner needs help. */
export const attemptCondition = ({ blocked }: { blocked: number }): Condition =>
  blocked > 0 ? "watch" : "ok";

export function reportsCondition(reports: Reports): Condition {
  if (reports === "no_secret") return "bad";
  return reports === "silent" ? "watch" : "ok";
}
