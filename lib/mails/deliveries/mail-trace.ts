import type { MailReason } from "@/db/schema/mail-reasons";
import { deliveries, mails } from "@/db/schema/mails";
import { isMailTrouble, type MailStatus, type MailTrace, statusOf } from "./mail-status";

/** The columns for the delivery state of a mail, from `mails` left joined with `deliveries`. */
export const TRACE_COLUMNS = {
  recipient: mails.recipient,
  queuedAt: mails.createdAt,
  sentAt: mails.sentAt,
  mailState: mails.state,
  ownReason: mails.reason,
  deliveryState: deliveries.state,
  reason: deliveries.reason,
};

interface TraceRow extends MailTrace {
  recipient: string;
  queuedAt: Date;
  sentAt: Date | null;
  ownReason: MailReason | null;
}

export interface TracedMail {
  recipient: string;
  /** The time at which the mail provider accepted it, else at which it was queued. */
  at: Date;
  status: MailStatus;
  /** Whether it did not, or may not, have reached its reader. */
  isTrouble: boolean;
}

/** Converts a row of these columns. */
export function tracedMail({ recipient, queuedAt, sentAt, ownReason, ...trace }: TraceRow): TracedMail {
  const status = statusOf({ ...trace, reason: trace.reason ?? ownReason });
  return { recipient, at: sentAt ?? queuedAt, status, isTrouble: isMailTrouble(status) };
}
