import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/** Waiting mails are counted up to this number (db/functions/operator-health.sql). */
export const MOST_COUNTED = 10_000;

/** How the sending of mails goes, in numbers. */
export interface MailFigures {
  /** Counted up to `MOST_COUNTED`. */
  waiting: number;
  oldestWaitingAt: Date | null;
  sentLastHour: number;
  sentLastQuarter: number;
  /** Not sent, since `since`; `deadForAddress` of them because of their address. */
  dead: number;
  deadForAddress: number;
  /** Perhaps sent, since `since`. */
  uncertain: number;
  lastEventAt: Date | null;
  /** When the first mail of the last day was sent after which the mail provider has reported nothing. */
  unreportedSince: Date | null;
}

/** Reads the figures, for an operator or background work. */
export async function readMailFigures(tx: Transaction, at: Date, since: Date): Promise<MailFigures> {
  const [row] = await tx.execute<MailRow>(sql`
    select waiting, oldest_waiting, sent_last_hour, sent_last_quarter, dead, dead_for_address, uncertain, last_event,
      unreported_since
    from auth_mail_figures(${at.toISOString()}, ${since.toISOString()}), auth_mail_flow(${at.toISOString()})`);
  if (!row) throw new Error("Only an operator or background work reads the figures of mails.");
  return {
    waiting: Number(row.waiting),
    oldestWaitingAt: instantOf(row.oldest_waiting),
    sentLastHour: Number(row.sent_last_hour),
    sentLastQuarter: Number(row.sent_last_quarter),
    dead: Number(row.dead),
    deadForAddress: Number(row.dead_for_address),
    uncertain: Number(row.uncertain),
    lastEventAt: instantOf(row.last_event),
    unreportedSince: instantOf(row.unreported_since),
  };
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text));

interface MailRow extends Record<string, unknown> {
  waiting: string;
  oldest_waiting: string | null;
  sent_last_hour: string;
  sent_last_quarter: string;
  dead: string;
  dead_for_address: string;
  uncertain: string;
  last_event: string | null;
  unreported_since: string | null;
}
