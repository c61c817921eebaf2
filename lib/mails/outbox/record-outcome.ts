import { inArray } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { isAddressRefused } from "@/lib/mails/deliveries/address-refusal";
import { lockMessages } from "@/lib/mails/deliveries/lock-messages";
import { noteAddress } from "@/lib/mails/deliveries/note-address";
import { settleEarlyEvents } from "@/lib/mails/deliveries/settle-early-events";
import type { SendOutcome } from "@/lib/mails/transports/transport";
import { COUNTED_FROM_ACCEPTANCE, endAfterAcceptance } from "@/lib/tokens/life-spans";
import { endBatch, freezeBatch, isStillOurs } from "./batch-row";
import { type EndedMail, endMails, recordDeliveries } from "./end-mails";
import { findMovedMails } from "./find-moved-mails";
import { type Readdressing, readdressMails } from "./readdress-mails";
import { endOf, type MailEnd, nextTryAt, type Shipment } from "./shipment";

const NONE_MOVED: ReadonlyMap<string, Readdressing> = new Map();

/**
 * Writes down what became of a try that began at `since`; returns the ends of the shipment's mails. A batch that may
 * have arrived is kept as it is until it is asked again; one that surely did not is dissolved, and a refused one sends
 * its mails one by one. What surely did not arrive, and was overtaken by a change of address, goes to the new one. When
 * another process has taken over meanwhile, nothing but an acceptance counts.
 */
export async function recordOutcome(
  shipment: Shipment,
  outcome: SendOutcome,
  isIdempotent: boolean,
  at: Date,
  since: Date = at,
): Promise<MailEnd[]> {
  const messageIds = outcome.kind === "accepted" ? outcome.messageIds : [];
  const isDissolved = shipment.isBatch && outcome.kind === "refused";
  const doubtSince = shipment.mayHaveArrivedSince ?? (outcome.kind === "unknown" ? since : null);
  const mayHaveArrivedSince = isDissolved ? null : doubtSince;
  const ended = shipment.mails.map((mail, index): EndedMail => {
    const end = endOf(mail, shipment, outcome, isIdempotent, at);
    return { mail, end, messageId: messageIds[index] ?? null };
  });
  const isAgain = ended.some(({ end }) => end === "queued");
  return withViewer({ kind: "job" }, async (tx) => {
    await lockMessages(tx, messageIds);
    if (shipment.isBatch) {
      if (!(await isStillOurs(tx, shipment, outcome))) return [];
      if (isAgain && mayHaveArrivedSince) {
        await freezeBatch(tx, shipment.id, mayHaveArrivedSince, nextTryAt(shipment.tries, outcome, at));
        return ended.map(({ end }) => end);
      }
    }
    const isSurelyUnsent = !mayHaveArrivedSince && (outcome.kind === "retry" || outcome.kind === "refused");
    const moved = isSurelyUnsent ? await findMovedMails(tx, shipment.mails) : NONE_MOVED;
    // Whatever the former address said: the new one was not tried.
    const final = ended.map((one): EndedMail => (moved.has(one.mail.id) ? { ...one, end: "queued" } : one));
    const written = await endMails(tx, final, { shipment, outcome, mayHaveArrivedSince, at });
    await readdressMails(
      tx,
      written.flatMap(({ mail: { id } }) => moved.get(id) ?? []),
      at,
    );
    if (shipment.isBatch) await endBatch(tx, shipment.id, at);
    await recordDeliveries(tx, written, outcome, at);
    await follow(tx, shipment, written, outcome, at);
    return written.map(({ end }) => end);
  });
}

/** What else an outcome means: early news is applied, a link's time starts, an address that refused is noted. */
async function follow(
  tx: Transaction,
  shipment: Shipment,
  written: readonly EndedMail[],
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  const named = written.flatMap(({ mail, messageId }) => (messageId ? [[messageId, mail] as const] : []));
  if (named.length > 0) await settleEarlyEvents(tx, new Map(named));
  const tokenIds = written.flatMap(({ mail: { kind, props } }) =>
    outcome.kind === "accepted" && COUNTED_FROM_ACCEPTANCE.some((one) => one === kind) && "tokenId" in props
      ? [props.tokenId]
      : [],
  );
  if (tokenIds.length > 0)
    await tx
      .update(tokens)
      .set({ expiresAt: endAfterAcceptance(at) })
      .where(inArray(tokens.id, tokenIds));
  const [first] = written;
  // A refused batch does not say which of its mails is to blame.
  if (first && !shipment.isBatch && outcome.kind === "refused" && isAddressRefused(outcome))
    await noteAddress(tx, {
      supplierId: shipment.supplierId,
      email: first.mail.recipient,
      state: "bounced",
      reason: outcome.reason,
      at,
    });
}
