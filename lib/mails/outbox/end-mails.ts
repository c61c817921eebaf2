import { and, eq, sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { deliveries, mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";
import { reasonOfEnd } from "./reason-of-end";
import { type ClaimedMail, type MailEnd, nextTryAt, type Shipment } from "./shipment";

export interface EndedMail {
  mail: ClaimedMail;
  end: MailEnd;
  /** The provider's id of the mail; null if it gave none. */
  messageId: string | null;
}

/**
 * Writes the ends of a shipment's mails in one statement; mails to send again leave their batch. Returns the mails
 * that no other process had claimed meanwhile.
 */
export async function endMails(
  tx: Transaction,
  ended: readonly EndedMail[],
  of: { shipment: Shipment; outcome: SendOutcome; mayHaveArrivedSince: Date | null; at: Date },
): Promise<EndedMail[]> {
  const { shipment, outcome, mayHaveArrivedSince, at } = of;
  const rows = ended.map(({ mail, end, messageId }) => ({
    id: mail.id,
    state: end,
    tries: mail.tries,
    reason: reasonOfEnd(end, outcome),
    message_id: messageId,
    next_try_at: end === "queued" ? nextTryAt(mail.tries, outcome, at) : null,
  }));
  const isAccepted = outcome.kind === "accepted";
  const written = await tx
    .update(mails)
    .set({
      state: sql`ended.state`,
      leasedUntil: null,
      nextTryAt: sql`coalesce(ended.next_try_at, ${mails.nextTryAt})`,
      mayHaveArrivedSince,
      failure: isAccepted ? null : outcome.detail,
      reason: sql`ended.reason`,
      providerMessageId: sql`ended.message_id`,
      ...(isAccepted && { sentAt: at }),
      ...(outcome.kind === "refused" && shipment.isBatch && { travelsAlone: true }),
      batchId: sql`case when ended.state in ('sent', 'uncertain') then ${mails.batchId} end`,
    })
    .from(
      sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as ended(id uuid, state text, tries int, reason text, message_id text, next_try_at timestamptz)`,
    )
    .where(
      and(
        eq(mails.id, sql`ended.id`),
        eq(mails.state, "sending"),
        isAccepted ? undefined : eq(mails.tries, sql`ended.tries`),
      ),
    )
    .returning({ id: mails.id });
  const ids = new Set(written.map(({ id }) => id));
  return ended.filter(({ mail }) => ids.has(mail.id));
}

/** Records the deliveries of ended mails, to be shown to the account and its advisers. */
export async function recordDeliveries(
  tx: Transaction,
  written: readonly EndedMail[],
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  await insertRows(
    tx,
    deliveries,
    written.flatMap(({ mail, end }) =>
      end === "queued"
        ? []
        : {
            mail_id: mail.id,
            supplier_id: mail.supplierId,
            account_id: mail.accountId,
            state: STATES[end],
            reason: reasonOfEnd(end, outcome),
            updated_at: at,
          },
    ),
    // An existing row is newer: the provider's event arrived before this write.
    { onConflict: "skip", on: "deliveries_pkey" },
  );
}

const STATES = { sent: "sent", dead: "undeliverable", uncertain: "queued" } as const;
