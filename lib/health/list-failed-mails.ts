import { sql } from "drizzle-orm";
import type { MailReason } from "@/db/schema/mail-reasons";
import type { Transaction } from "@/db/transaction";
import { daysBefore } from "@/lib/durations";
import { knownKind, type MailKind } from "@/lib/mails/kinds/mail-kinds";
import { FAILED_DAYS } from "./health-rules";

/** The reasons of the outbox for mails that it does not send again (lib/mails/outbox/reason-of-state.ts). */
const REASONS = [
  "refused_by_server",
  "address_refused",
  "address_malformed",
  "not_accepted",
  "given_up",
  "answer_unknown",
] as const satisfies readonly MailReason[];

/** A mail that was not sent, or may not have been. */
export interface FailedMail {
  id: string;
  kind: MailKind | "other";
  /** Null for a mail to an operator. */
  supplierName: string | null;
  queuedAt: Date;
  isUncertain: boolean;
  /** As `c…@perce-neige.example`. */
  maskedRecipient: string;
  reason: (typeof REASONS)[number] | "other";
  /** The error of the last try, in technical words. */
  failure: string | null;
}

/** Lists the newest 50 such mails of the last `FAILED_DAYS` days, newest first. */
export async function listFailedMails(tx: Transaction, at: Date): Promise<FailedMail[]> {
  const rows = await tx.execute<FailedRow>(sql`
    select mail_id, supplier_name, kind, state, queued_at, masked_recipient, reason, failure
    from auth_failed_mails(${daysBefore(at, FAILED_DAYS).toISOString()})`);
  return rows.map((row) => ({
    id: row.mail_id,
    kind: knownKind(row.kind) ?? "other",
    supplierName: row.supplier_name,
    queuedAt: new Date(row.queued_at),
    isUncertain: row.state === "uncertain",
    maskedRecipient: row.masked_recipient,
    reason: REASONS.find((reason) => reason === row.reason) ?? "other",
    failure: row.failure,
  }));
}

interface FailedRow extends Record<string, unknown> {
  mail_id: string;
  supplier_name: string | null;
  kind: string;
  state: "dead" | "uncertain";
  queued_at: string;
  masked_recipient: string;
  reason: string | null;
  failure: string | null;
}
