import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { daysBefore } from "@/lib/durations";
import { env } from "@/lib/env";
import {
  type Condition,
  deadCondition,
  FAILED_DAYS,
  outboxCondition,
  type Reports,
  reportsCondition,
  reportsOf,
  uncertainCondition,
} from "./health-rules";

export interface MailHealth {
  waiting: number;
  oldestWaitingAt: Date | null;
  sentLastHour: number;
  /** Not sent, in the last `FAILED_DAYS` days; `deadForAddress` of them because of their address. */
  dead: number;
  deadForAddress: number;
  /** Perhaps sent, in the same days. */
  uncertain: number;
  lastEventAt: Date | null;
  reports: Reports;
  conditions: Record<"outbox" | "dead" | "uncertain" | "reports", Condition>;
}

/** Returns how the sending of mails goes. */
export async function readMailHealth(tx: Transaction, at: Date): Promise<MailHealth> {
  const [row] = await tx.execute<MailFigures>(sql`
    select waiting, oldest_waiting, sent_last_hour, dead, dead_for_address, uncertain, last_event
    from auth_mail_figures(${at.toISOString()}, ${daysBefore(at, FAILED_DAYS).toISOString()})`);
  if (!row) throw new Error("Only an operator reads the figures of mails.");
  const mails = {
    waiting: Number(row.waiting),
    oldestWaitingAt: instantOf(row.oldest_waiting),
    sentLastHour: Number(row.sent_last_hour),
    dead: Number(row.dead),
    deadForAddress: Number(row.dead_for_address),
    uncertain: Number(row.uncertain),
    lastEventAt: instantOf(row.last_event),
  };
  const reports = reportsOf(env(), mails, at);
  const conditions = {
    outbox: outboxCondition(mails, at),
    dead: deadCondition(mails),
    uncertain: uncertainCondition(mails),
    reports: reportsCondition(reports),
  };
  return { ...mails, reports, conditions };
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text));

interface MailFigures extends Record<string, unknown> {
  waiting: string;
  oldest_waiting: string | null;
  sent_last_hour: string;
  dead: string;
  dead_for_address: string;
  uncertain: string;
  last_event: string | null;
}
