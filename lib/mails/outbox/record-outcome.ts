import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { lockMessages } from "@/lib/mails/deliveries/lock-messages";
import { recordAddressState } from "@/lib/mails/deliveries/record-address-state";
import { settleEarlyEvents } from "@/lib/mails/deliveries/settle-early-events";
import { findMailKind } from "@/lib/mails/kinds/mail-kinds";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";
import { COUNTED_FROM_ACCEPTANCE } from "@/lib/tokens/life-spans";
import { startTokenLife } from "@/lib/tokens/start-token-life";
import { endBatch, freezeBatch, lockOwnBatch } from "./batch-row";
import { findMailsToReaddress } from "./find-mails-to-readdress";
import { type Readdressing, readdressMails } from "./readdress-mails";
import { reasonOfRefusal } from "./reason-of-state";
import { recordDeliveries, recordStates, type TriedMail } from "./record-states";
import { nextTryAt, type Shipment, type StateAfterTry, stateAfterTry } from "./shipment";

const NONE: ReadonlyMap<string, Readdressing> = new Map();

/**
 * Records the outcome of a try that began at `since`; returns the new state of each mail of the shipment. A batch that
 * may have arrived is kept unchanged until it is sent again under its key. A batch that surely did not arrive is
 * dissolved; after a refusal its mails are sent one by one. A mail that surely did not arrive is readdressed if its
 * account has changed its address meanwhile. When another process has claimed the shipment again, only an acceptance
 * is recorded.
 */
export async function recordOutcome(
  shipment: Shipment,
  outcome: SendOutcome,
  isIdempotent: boolean,
  at: Date,
  since: Date = at,
): Promise<StateAfterTry[]> {
  const messageIds = outcome.kind === "accepted" ? outcome.messageIds : [];
  const isDissolved = shipment.isBatch && outcome.kind === "refused";
  const doubtSince = shipment.mayHaveArrivedSince ?? (outcome.kind === "unknown" ? since : null);
  const mayHaveArrivedSince = isDissolved ? null : doubtSince;
  const tried = shipment.mails.map((mail, index): TriedMail => {
    const state = stateAfterTry(mail, shipment, outcome, isIdempotent, at);
    return { mail, state, messageId: messageIds[index] ?? null };
  });
  const isRetried = tried.some(({ state }) => state === "queued");
  return withViewer({ kind: "job" }, async (tx) => {
    await lockMessages(tx, messageIds);
    if (shipment.isBatch) {
      if (!(await lockOwnBatch(tx, shipment, outcome))) return [];
      if (isRetried && mayHaveArrivedSince) {
        await freezeBatch(tx, shipment.id, mayHaveArrivedSince, nextTryAt(shipment.tries, outcome, at));
        return tried.map(({ state }) => state);
      }
    }
    const isSurelyUnsent = !mayHaveArrivedSince && (outcome.kind === "retry" || outcome.kind === "refused");
    const readdressed = isSurelyUnsent ? await findMailsToReaddress(tx, shipment.mails) : NONE;
    // A refused mail is readdressed too: the former address refused it, and the new one was not tried.
    const final = tried.map((one): TriedMail =>
      readdressed.has(one.mail.id) ? { ...one, state: "queued" } : one,
    );
    const written = await recordStates(tx, final, { shipment, outcome, mayHaveArrivedSince, at });
    await readdressMails(
      tx,
      written.flatMap(({ mail: { id } }) => readdressed.get(id) ?? []),
      at,
    );
    if (shipment.isBatch) await endBatch(tx, shipment.id, at);
    await recordDeliveries(tx, written, outcome, at);
    await applyConsequences(tx, shipment, written, outcome, at);
    return written.map(({ state }) => state);
  });
}

/** Applies events that arrived early, starts the validity of links, and records an address that refused. */
async function applyConsequences(
  tx: Transaction,
  shipment: Shipment,
  written: readonly TriedMail[],
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  const named = written.flatMap(({ mail, messageId }) => (messageId ? [[messageId, mail] as const] : []));
  if (named.length > 0) await settleEarlyEvents(tx, new Map(named));
  const tokenIds = outcome.kind === "accepted" ? written.flatMap(tokenValidFromAcceptance) : [];
  await startTokenLife(tx, tokenIds, at);
  const [first] = written;
  // The refusal of a batch does not tell which of its mails caused it.
  const { supplierId } = shipment;
  if (first && supplierId && !shipment.isBatch && outcome.kind === "refused" && outcome.isAddressDead)
    await recordAddressState(tx, {
      supplierId,
      email: first.mail.recipient,
      state: "bounced",
      reason: reasonOfRefusal(outcome),
      serverAnswer: outcome.detail,
      at,
    });
}

/** Returns the token of a mail whose link is valid from the acceptance of the mail. */
function tokenValidFromAcceptance({ mail: { kind, content } }: TriedMail): string[] {
  const purpose = findMailKind(kind)?.tokenPurpose;
  const isCounted = COUNTED_FROM_ACCEPTANCE.some((one) => one === purpose);
  return isCounted && content?.tokenId ? [content.tokenId] : [];
}
