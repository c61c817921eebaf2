import { and, eq, sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { deliveries, mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";
import { reasonOfState } from "./reason-of-state";
import { type ClaimedMail, nextTryAt, type Shipment, type StateAfterTry } from "./shipment";

export interface TriedMail {
  mail: ClaimedMail;
  state: StateAfterTry;
  /** The provider's id of the mail; null if it gave none. */
  messageId: string | null;
}

/**
 * Stores the states of a shipment's mails in one statement; mails to send again leave their batch. Returns the mails
 * whose state was stored. Skips a mail that is no longer `sending`, and, unless the provider accepted the shipment, one
 * that another process has claimed meanwhile.
 */
export async function recordStates(
  tx: Transaction,
  tried: readonly TriedMail[],
  of: { shipment: Shipment; outcome: SendOutcome; mayHaveArrivedSince: Date | null; at: Date },
): Promise<TriedMail[]> {
  const { shipment, outcome, mayHaveArrivedSince, at } = of;
  const rows = tried.map(({ mail, state, messageId }) => ({
    id: mail.id,
    state,
    tries: mail.tries,
    reason: reasonOfState(state, outcome),
    message_id: messageId,
    next_try_at: state === "queued" ? nextTryAt(mail.tries, outcome, at) : null,
  }));
  const isAccepted = outcome.kind === "accepted";
  const written = await tx
    .update(mails)
    .set({
      state: sql`tried.state`,
      leasedUntil: null,
      nextTryAt: sql`coalesce(tried.next_try_at, ${mails.nextTryAt})`,
      mayHaveArrivedSince,
      failure: isAccepted ? null : outcome.detail,
      reason: sql`tried.reason`,
      providerMessageId: sql`tried.message_id`,
      ...(isAccepted && { sentAt: at }),
      ...(outcome.kind === "refused" && shipment.isBatch && { isSentAlone: true }),
      batchId: sql`case when tried.state in ('sent', 'uncertain') then ${mails.batchId} end`,
    })
    .from(
      sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as tried(id uuid, state text, tries int, reason text, message_id text, next_try_at timestamptz)`,
    )
    .where(
      and(
        eq(mails.id, sql`tried.id`),
        eq(mails.state, "sending"),
        isAccepted ? undefined : eq(mails.tries, sql`tried.tries`),
      ),
    )
    .returning({ id: mails.id });
  const ids = new Set(written.map(({ id }) => id));
  return tried.filter(({ mail }) => ids.has(mail.id));
}

/** Records the deliveries of tried mails that will not be sent again, to be shown to the account and its advisers. */
export async function recordDeliveries(
  tx: Transaction,
  tried: readonly TriedMail[],
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  await insertRows(
    tx,
    deliveries,
    tried.flatMap(({ mail, state }) =>
      state === "queued"
        ? []
        : {
            mail_id: mail.id,
            supplier_id: mail.supplierId,
            account_id: mail.accountId,
            state: DELIVERY_STATES[state],
            reason: reasonOfState(state, outcome),
            updated_at: at,
          },
    ),
    // An existing row is newer: the provider's event arrived before this write.
    { onConflict: "skip", on: "deliveries_pkey" },
  );
}

/** An uncertain mail counts as queued, so that any event of the provider can replace its state. */
const DELIVERY_STATES = { sent: "sent", dead: "undeliverable", uncertain: "queued" } as const;
