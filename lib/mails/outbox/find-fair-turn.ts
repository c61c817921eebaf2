import { and, asc, eq, inArray, isNull, not, sql } from "drizzle-orm";
import { mails, supplierSending } from "@/db/schema/mails";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { isAlone, isDue } from "./due-mails";

/** The due mails of a supplier among which its next ones are chosen, so that a long queue is never read as a whole. */
const LOOKED_AT = 1_000;

/** The next mails that nobody waits for: one from each of a few suppliers, or many of one supplier for a batch. */
interface FairTurn {
  ids: string[];
  /** The supplier whose mails may leave in one request; null when each mail leaves alone. */
  batchOf: string | null;
}

/**
 * Locks the mails whose turn it is, and notes that their suppliers were served. Among the suppliers with due mails the
 * one served longest ago comes first, however many mails another one has; the installation's own mails come before them.
 * A turn is one request to the mail provider: a batch of up to `batchLimit` mails, or one mail that must leave alone (then
 * up to `singles` suppliers have a turn together). Runs under the lock of the claims. Null when nothing is due.
 */
export async function findFairTurn(
  tx: Transaction,
  { batchLimit, singles, at }: { batchLimit: number; singles: number; at: Date },
): Promise<FairTurn | null> {
  const ids = await ownMails(tx, singles, at);
  if (ids.length > 0) return { ids, batchOf: null };

  const next = await nextOfSuppliers(tx, singles, at);
  const [first] = next;
  if (!first) return null;
  if (batchLimit > 1 && !first.isAlone) {
    await noteTurn(tx, [first.supplierId]);
    return {
      ids: await moreOf(tx, first, { isAlone: false, limit: batchLimit }, at),
      batchOf: first.supplierId,
    };
  }
  const alone = next.filter((one) => batchLimit === 1 || one.isAlone);
  await noteTurn(
    tx,
    alone.map(({ supplierId }) => supplierId),
  );
  if (alone.length > 1) return { ids: alone.map(({ id }) => id), batchOf: null };
  const kind = batchLimit === 1 ? null : true;
  return { ids: await moreOf(tx, first, { isAlone: kind, limit: singles }, at), batchOf: null };
}

/** Locks the installation's own mails that are due. There are few, and none is part of a batch. */
async function ownMails(tx: Transaction, limit: number, at: Date): Promise<string[]> {
  const found = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(isDue(at), not(mails.isUrgent), isNull(mails.supplierId)))
    .orderBy(asc(mails.nextTryAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return found.map(({ id }) => id);
}

interface NextMail {
  id: string;
  supplierId: string;
  isAlone: boolean;
}

/** Locks the mail due longest of each of the suppliers served longest ago; mails that others have locked are skipped. */
async function nextOfSuppliers(tx: Transaction, limit: number, at: Date): Promise<NextMail[]> {
  const due = tx
    .select({ id: mails.id, isAlone: sql<boolean>`${isAlone}`.as("is_alone") })
    .from(mails)
    .where(and(isDue(at), not(mails.isUrgent), eq(mails.supplierId, suppliers.id)))
    .orderBy(asc(mails.nextTryAt))
    .limit(1)
    .for("update", { skipLocked: true })
    .as("due");
  return tx
    .select({ id: due.id, supplierId: suppliers.id, isAlone: due.isAlone })
    .from(suppliers)
    .leftJoin(supplierSending, eq(supplierSending.supplierId, suppliers.id))
    .crossJoinLateral(due)
    .orderBy(sql`${supplierSending.lastTurn} asc nulls first`, asc(suppliers.id))
    .limit(limit);
}

/** Locks further due mails of the supplier of `first`, which leave with it. */
async function moreOf(
  tx: Transaction,
  first: NextMail,
  wanted: { isAlone: boolean | null; limit: number },
  at: Date,
): Promise<string[]> {
  const ofSupplier = and(isDue(at), not(mails.isUrgent), eq(mails.supplierId, first.supplierId));
  const oldest = tx
    .select({ id: mails.id })
    .from(mails)
    .where(ofSupplier)
    .orderBy(asc(mails.nextTryAt))
    .limit(LOOKED_AT);
  const found = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        inArray(mails.id, oldest),
        isDue(at),
        wanted.isAlone === null ? undefined : wanted.isAlone ? isAlone : not(isAlone),
      ),
    )
    .orderBy(asc(mails.nextTryAt))
    .limit(wanted.limit)
    .for("update", { skipLocked: true });
  return found.map(({ id }) => id);
}

/** Puts these suppliers at the end of the order. Turns are numbers, because two claims may have the same time. */
async function noteTurn(tx: Transaction, supplierIds: readonly string[]): Promise<void> {
  const lastTurn = sql<string>`(select coalesce(max(${supplierSending.lastTurn}), 0) + 1 from ${supplierSending})`;
  await tx
    .insert(supplierSending)
    .values([...supplierIds].sort().map((supplierId) => ({ supplierId, lastTurn })))
    .onConflictDoUpdate({
      target: supplierSending.supplierId,
      set: { lastTurn: sql`excluded.last_turn` },
    });
}
