import { and, asc, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { mailBatches, mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { readAdoption } from "@/lib/installation/read-adoption";
import { cancelBeforeSending } from "./cancel-before-sending";
import { claimBatchInDoubt } from "./claim-batch-in-doubt";
import { isDue, isInDoubt } from "./due-mails";
import { findFairTurn } from "./find-fair-turn";
import { holdMails } from "./hold-mails";
import type { Shipment } from "./shipment";
import { claimedMails, leaseEnd, leaseStart, shipmentColumns } from "./shipment-row";

/** The number of mails claimed together when each is sent in a separate request; these requests run in parallel. */
const SINGLE_MAILS = 2;

/**
 * Claims the next mails to send: urgent mails first, then a batch in doubt, then the mails of the supplier that was served
 * longest ago (`find-fair-turn.ts`), those due longest first. Claims a few mails that must be sent alone, or up to
 * `batchLimit` mails of one supplier as a new batch. Other senders skip claimed mails until the lease ends. Safe in
 * parallel. Mails that must no longer be sent are cancelled instead, and those that must wait are held (`hold-mails.ts`),
 * until `deadline`. Returns an empty list when nothing is due or the deadline has passed, and in a deployment that the
 * database does not belong to.
 */
export async function claimShipments(batchLimit: number, at: Date, deadline?: Date): Promise<Shipment[]> {
  while (deadline === undefined || now() < deadline) {
    const claimed = await withViewer({ kind: "job" }, (tx) => claimNext(tx, batchLimit, at));
    if (claimed === null) return [];
    if (claimed.length > 0) return claimed;
  }
  return [];
}

/** Claims those of these mails that are due and that no other process has claimed, each to be sent in a separate request. */
export function claimMails(ids: readonly string[], at: Date): Promise<Shipment[]> {
  return withViewer({ kind: "job" }, async (tx) => {
    if (!(await readAdoption(tx)).ok) return [];
    const found = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(isDue(at), inArray(mails.id, [...ids])))
      .for("update", { skipLocked: true });
    return found.length === 0
      ? []
      : claimAlone(
          tx,
          found.map(({ id }) => id),
          at,
        );
  });
}

/** Claims once. Null when nothing may be sent; empty when all mails found were cancelled or held. */
async function claimNext(tx: Transaction, batchLimit: number, at: Date): Promise<Shipment[] | null> {
  // One claim at a time: parallel claims would make several small batches instead of one large one.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('mails are claimed', 0))`);
  if (!(await readAdoption(tx)).ok) return null;
  let chosen = await urgentMails(tx, at);
  if (chosen.length === 0) {
    const batch = await claimBatchInDoubt(tx, at);
    if (batch) return [batch];
  }
  let batchOf: string | null = null;
  if (chosen.length === 0) {
    const turn = await findFairTurn(tx, { batchLimit, singles: SINGLE_MAILS, at });
    if (!turn) return null;
    chosen = turn.ids;
    batchOf = turn.batchOf;
  }
  const found = await tx
    .select({
      id: mails.id,
      kind: mails.kind,
      supplierId: mails.supplierId,
      accountId: mails.accountId,
      subjectId: mails.subjectId,
      generation: mails.generation,
      recipient: mails.recipient,
      tries: sql<number>`${mails.tries} + 1`,
      isInDoubt,
      tokenId: sql<string | null>`${mails.props} ->> 'tokenId'`,
    })
    .from(mails)
    .where(inArray(mails.id, chosen))
    .orderBy(asc(mails.nextTryAt));
  const held = await holdMails(tx, found, at);
  const free = found.filter(({ id }) => !held.has(id));
  const stopped = await cancelBeforeSending(tx, free, at);
  const ids = free.map(({ id }) => id).filter((id) => !stopped.has(id));
  if (ids.length === 0) return [];
  if (batchOf !== null && ids.length > 1) return [await claimBatch(tx, batchOf, ids, at)];
  return claimAlone(tx, ids, at);
}

/** Locks the urgent mails that have been due longest, of all suppliers: somebody waits for each. */
async function urgentMails(tx: Transaction, at: Date): Promise<string[]> {
  const found = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(isDue(at), mails.isUrgent))
    .orderBy(asc(mails.nextTryAt))
    .limit(SINGLE_MAILS)
    .for("update", { skipLocked: true });
  return found.map(({ id }) => id);
}

async function claimAlone(tx: Transaction, ids: string[], at: Date): Promise<Shipment[]> {
  const rows = await tx
    .update(mails)
    .set({
      state: "sending",
      tries: sql`${mails.tries} + 1`,
      leasedUntil: leaseEnd(at),
      // Still "sending" after its lease: the sender process died, and may have sent it.
      mayHaveArrivedSince: sql`coalesce(${mails.mayHaveArrivedSince},
        case ${mails.state} when 'sending' then ${leaseStart(mails.leasedUntil)} end)`,
    })
    .where(inArray(mails.id, ids))
    .returning({ ...shipmentColumns, mayHaveArrivedSince: mails.mayHaveArrivedSince });
  const doubts = new Map(rows.map(({ id, mayHaveArrivedSince }) => [id, mayHaveArrivedSince]));
  return claimedMails(rows).map((mail) => ({
    id: mail.id,
    isBatch: false,
    supplierId: mail.supplierId,
    mails: [mail],
    tries: mail.tries,
    mayHaveArrivedSince: doubts.get(mail.id) ?? null,
  }));
}

/**
 * Makes a batch, which holds the lease: until it ends, no process cancels, readdresses or sends its mails one by one.
 */
async function claimBatch(tx: Transaction, supplierId: string, ids: string[], at: Date): Promise<Shipment> {
  const id = uuidv7();
  await tx
    .insert(mailBatches)
    .values({ id, supplierId, tries: 1, nextTryAt: at, leasedUntil: leaseEnd(at), createdAt: at });
  const members = await tx
    .update(mails)
    .set({ state: "sending", tries: sql`${mails.tries} + 1`, leasedUntil: null, batchId: id })
    .where(inArray(mails.id, ids))
    .returning(shipmentColumns);
  return { id, isBatch: true, supplierId, mails: claimedMails(members), tries: 1, mayHaveArrivedSince: null };
}
