import { and, asc, desc, eq, inArray, isNull, lte, not, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { mailBatches, mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { readAdoption } from "@/lib/installation/read-adoption";
import { cancelBeforeSending } from "./cancel-before-sending";
import { claimBatchInDoubt } from "./claim-batch-in-doubt";
import { holdMails } from "./hold-mails";
import type { Shipment } from "./shipment";
import { claimedMails, leaseEnd, leaseStart, shipmentColumns } from "./shipment-row";

/** The number of mails claimed together when each is sent in a separate request; these requests run in parallel. */
const SINGLE_MAILS = 2;

/** A mail that may have arrived under its own key: its try had no clear answer, or its sender process died. */
const isInDoubt = sql<boolean>`(${mails.state} = 'sending' or ${mails.mayHaveArrivedSince} is not null)`;

/** A mail that must be sent in a separate request. */
const isAlone = sql<boolean>`(${mails.isSentAlone} or ${isInDoubt})`;

/**
 * Claims the next mails to send: urgent mails first, then a batch in doubt, then the mails that have been due longest.
 * Claims a few mails that must be sent alone, or up to `batchLimit` mails of one supplier as a new batch. Other senders
 * skip claimed mails until the lease ends. Safe in parallel. Mails that must no longer be sent are cancelled instead, and
 * those that must wait are held (`hold-mails.ts`). Returns an empty list when nothing is due, and in a deployment that the
 * database does not belong to.
 */
export async function claimShipments(batchLimit: number, at: Date): Promise<Shipment[]> {
  for (;;) {
    const claimed = await withViewer({ kind: "job" }, (tx) => claimNext(tx, batchLimit, at));
    if (claimed === null) return [];
    if (claimed.length > 0) return claimed;
  }
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
  const first = await firstDue(tx, at);
  if (!first?.isUrgent) {
    const batch = await claimBatchInDoubt(tx, at);
    if (batch) return [batch];
  }
  if (!first) return null;
  const { supplierId } = first;
  const mayBatch = batchLimit > 1 && !first.isAlone && supplierId !== null;
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
    .where(
      mayBatch
        ? and(isDue(at), not(isAlone), eq(mails.supplierId, supplierId))
        : and(isDue(at), batchLimit > 1 ? isAlone : undefined),
    )
    .orderBy(desc(mails.isUrgent), asc(mails.nextTryAt))
    .limit(mayBatch ? batchLimit : SINGLE_MAILS)
    .for("update", { skipLocked: true });
  const held = await holdMails(tx, found, at);
  const free = found.filter(({ id }) => !held.has(id));
  const stopped = await cancelBeforeSending(tx, free, at);
  const ids = free.map(({ id }) => id).filter((id) => !stopped.has(id));
  if (ids.length === 0) return [];
  if (mayBatch && ids.length > 1) return [await claimBatch(tx, supplierId, ids, at)];
  return claimAlone(tx, ids, at);
}

function isDue(at: Date) {
  return and(
    inArray(mails.state, ["queued", "sending"]),
    isNull(mails.batchId),
    lte(mails.nextTryAt, at),
    or(isNull(mails.leasedUntil), lte(mails.leasedUntil, at)),
  );
}

async function firstDue(tx: Transaction, at: Date) {
  const [first] = await tx
    .select({
      supplierId: mails.supplierId,
      isAlone,
      isUrgent: mails.isUrgent,
    })
    .from(mails)
    .where(isDue(at))
    .orderBy(desc(mails.isUrgent), asc(mails.nextTryAt))
    .limit(1)
    .for("update", { skipLocked: true });
  return first;
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
