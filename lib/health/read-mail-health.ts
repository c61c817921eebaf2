import type { Transaction } from "@/db/transaction";
import { type MailFigures, MOST_COUNTED, readMailFigures } from "@/lib/alerts/read-mail-figures";
import { type Reports, reportsOf } from "@/lib/alerts/reports";
import { daysBefore } from "@/lib/durations";
import { env } from "@/lib/env";
import {
  type Condition,
  deadCondition,
  FAILED_DAYS,
  outboxCondition,
  reportsCondition,
  uncertainCondition,
} from "./health-rules";

/** The figures of mails; those of mails that were not sent cover the last `FAILED_DAYS` days. */
export interface MailHealth extends MailFigures {
  /** Whether more mails may wait than were counted. */
  isCapped: boolean;
  reports: Reports;
  conditions: Record<"outbox" | "dead" | "uncertain" | "reports", Condition>;
}

/** Returns how the sending of mails goes. */
export async function readMailHealth(tx: Transaction, at: Date): Promise<MailHealth> {
  const mails = await readMailFigures(tx, at, daysBefore(at, FAILED_DAYS));
  const reports = reportsOf(env(), mails, at);
  const conditions = {
    outbox: outboxCondition(mails, at),
    dead: deadCondition(mails),
    uncertain: uncertainCondition(mails),
    reports: reportsCondition(reports),
  };
  return { ...mails, isCapped: mails.waiting >= MOST_COUNTED, reports, conditions };
}
