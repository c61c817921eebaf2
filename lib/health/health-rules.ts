import { HOUR_MS, MINUTE_MS } from "@/lib/durations";

/** `watch`: somebody should look at it soon; `bad`: something does not work now. */
export type Condition = "ok" | "watch" | "bad";

/** The longest time that a mail may wait in a healthy installation. */
export const LONGEST_WAIT_MINUTES = 15;

/** Days back in which mails that were not sent are counted and listed. */
export const FAILED_DAYS = 7;

/** The provider reports each sent mail within minutes. */
const REPORTS_WITHIN_MS = HOUR_MS;

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

/** What the portal knows of the mail provider's reports about sent mails. */
export type Reports = "demo" | "none_with_smtp" | "no_secret" | "silent" | "arriving";

/** Returns the state of the provider's webhook: whether it can report, and whether it does while mails are sent. */
export function reportsOf(
  settings: { EMAIL_TRANSPORT: "mailbox" | "resend" | "smtp"; RESEND_WEBHOOK_SECRET?: string },
  mails: { lastEventAt: Date | null; sentLastHour: number },
  at: Date,
): Reports {
  if (settings.EMAIL_TRANSPORT === "mailbox") return "demo";
  if (settings.EMAIL_TRANSPORT === "smtp") return "none_with_smtp";
  if (!settings.RESEND_WEBHOOK_SECRET) return "no_secret";
  const isRecent = mails.lastEventAt && at.getTime() - mails.lastEventAt.getTime() <= REPORTS_WITHIN_MS;
  return isRecent || mails.sentLastHour === 0 ? "arriving" : "silent";
}

export function reportsCondition(reports: Reports): Condition {
  if (reports === "no_secret") return "bad";
  return reports === "silent" ? "watch" : "ok";
}
