import { deliveries, mails } from "@/db/schema/mails";
import { tokens } from "@/db/schema/tokens";
import { withViewer } from "@/lib/auth/with-viewer";
import { isAddressRefused } from "@/lib/deliveries/address-refusal";
import { lockMessage } from "@/lib/deliveries/lock-message";
import { noteAddress } from "@/lib/deliveries/note-address";
import { settleEarlyEvents } from "@/lib/deliveries/settle-early-events";
import type { Transaction } from "@/db/transaction";
import { and, eq } from "drizzle-orm";
import type { ClaimedMail } from "./claim-mails";
import type { SendOutcome } from "./transport";

const MOST_TRIES = 12;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 60 * 60_000;
/** The provider forgets idempotency keys after 24 hours (quality T21). */
const KEYS_LAST_MS = 23 * 3_600_000;
/** R6: a recovery link lives 60 minutes from the provider's acceptance of its mail. */
const RECOVERY_LINK_MS = 60 * 60_000;

export type MailEnd = "sent" | "queued" | "dead" | "uncertain";

/**
 * Whether a mail that may have arrived must not be sent again: without keys at once, with keys when the provider may
 * have forgotten this one.
 */
export function isTooLateToAsk(
  { mayHaveArrivedSince }: Pick<ClaimedMail, "mayHaveArrivedSince">,
  isIdempotent: boolean,
  at: Date,
): boolean {
  if (mayHaveArrivedSince === null) return false;
  return !isIdempotent || at.getTime() - mayHaveArrivedSince.getTime() >= KEYS_LAST_MS;
}

/** What an outcome makes of a mail: pure, so that every case can be read and tested. */
export function endOf(mail: ClaimedMail, outcome: SendOutcome, isIdempotent: boolean, at: Date): MailEnd {
  const isInDoubt = mail.mayHaveArrivedSince !== null;
  switch (outcome.kind) {
    case "accepted":
      return "sent";
    case "refused":
      return isInDoubt ? "uncertain" : "dead";
    case "unknown":
      return isIdempotent && !isTooLateToAsk(mail, isIdempotent, at) ? "queued" : "uncertain";
    case "retry":
      if (mail.tries < MOST_TRIES) return "queued";
      return isInDoubt ? "uncertain" : "dead";
  }
}

/**
 * Writes down what became of a try that began at `since`. A mail to try again waits longer each time, and at least as
 * long as it was told.
 */
export async function recordOutcome(
  mail: ClaimedMail,
  outcome: SendOutcome,
  isIdempotent: boolean,
  at: Date,
  since: Date = at,
): Promise<MailEnd> {
  const end = endOf(mail, outcome, isIdempotent, at);
  const afterMs = "afterMs" in outcome ? (outcome.afterMs ?? 0) : 0;
  const delayMs = Math.max(afterMs, Math.min(FIRST_DELAY_MS * 2 ** (mail.tries - 1), LONGEST_DELAY_MS));
  const messageId = end === "sent" && "messageIds" in outcome ? (outcome.messageIds[0] ?? null) : null;
  await withViewer({ kind: "job" }, async (tx) => {
    if (messageId) await lockMessage(tx, messageId);
    await tx
      .update(mails)
      .set({
        state: end,
        leasedUntil: null,
        ...(end === "sent" && { sentAt: at, providerMessageId: messageId }),
        ...(end === "queued" && { nextTryAt: new Date(at.getTime() + delayMs) }),
        ...(outcome.kind === "unknown" && { mayHaveArrivedSince: mail.mayHaveArrivedSince ?? since }),
        failure: "reason" in outcome ? outcome.reason : null,
      })
      .where(and(eq(mails.id, mail.id), eq(mails.state, "sending")));
    if (end !== "queued")
      await recordDelivery(tx, mail, end, "reason" in outcome ? outcome.reason : null, at);
    if (messageId) await settleEarlyEvents(tx, mail, messageId);
    if (isAddressRefused(outcome) && "reason" in outcome)
      await noteAddress(tx, {
        supplierId: mail.supplierId,
        email: mail.recipient,
        state: "bounced",
        reason: outcome.reason,
        at,
      });
    if (end === "sent" && mail.kind === "recovery" && "tokenId" in mail.props)
      await tx
        .update(tokens)
        .set({ expiresAt: new Date(at.getTime() + RECOVERY_LINK_MS) })
        .where(eq(tokens.id, mail.props.tokenId));
  });
  return end;
}

async function recordDelivery(
  tx: Transaction,
  mail: ClaimedMail,
  end: Exclude<MailEnd, "queued">,
  reason: string | null,
  at: Date,
): Promise<void> {
  const { supplierId, accountId } = mail;
  const state = end === "dead" ? "undeliverable" : end === "sent" ? "sent" : "queued";
  await tx
    .insert(deliveries)
    .values({ mailId: mail.id, supplierId, accountId, state, reason, updatedAt: at })
    .onConflictDoNothing();
}
