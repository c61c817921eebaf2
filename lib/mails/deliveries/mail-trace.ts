import { deliveries, mails } from "@/db/schema/mails";
import { fateOf, isMailTrouble, type MailFate, type MailTrace } from "./mail-fate";

/** What tells the fate of a mail, of `mails` left joined with their `deliveries`. */
export const TRACE_COLUMNS = {
  recipient: mails.recipient,
  queuedAt: mails.createdAt,
  sentAt: mails.sentAt,
  mailState: mails.state,
  failure: mails.failure,
  deliveryState: deliveries.state,
  reason: deliveries.reason,
};

interface TraceRow extends MailTrace {
  recipient: string;
  queuedAt: Date;
  sentAt: Date | null;
  failure: string | null;
}

export interface TracedMail {
  recipient: string;
  /** When the mail provider took it, or else when it was made. */
  at: Date;
  fate: MailFate;
  /** Whether it did not reach its reader, or may not have. */
  isTrouble: boolean;
}

/** Reads a row of those columns. */
export function tracedMail({ recipient, queuedAt, sentAt, failure, ...trace }: TraceRow): TracedMail {
  const fate = fateOf({ ...trace, reason: trace.reason ?? failure });
  return { recipient, at: sentAt ?? queuedAt, fate, isTrouble: isMailTrouble(fate) };
}
