import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import { mailBatches, mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { Shipment } from "./shipment";
import { claimedMails, leaseEnd, leaseStart, shipmentColumns } from "./shipment-row";

/**
 * Claims a batch that may have arrived, to be sent again as a whole under the same key: its last request had no clear
 * answer, or its sender process died. Its members never change. Null when there is none.
 */
export async function claimBatchInDoubt(tx: Transaction, at: Date): Promise<Shipment | null> {
  const due = tx
    .select({ id: mailBatches.id })
    .from(mailBatches)
    .where(
      and(
        isNull(mailBatches.endedAt),
        lte(mailBatches.nextTryAt, at),
        or(isNull(mailBatches.leasedUntil), lte(mailBatches.leasedUntil, at)),
      ),
    )
    .orderBy(asc(mailBatches.nextTryAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [batch] = await tx
    .update(mailBatches)
    .set({
      tries: sql`${mailBatches.tries} + 1`,
      leasedUntil: leaseEnd(at),
      mayHaveArrivedSince: sql`coalesce(${mailBatches.mayHaveArrivedSince}, ${leaseStart(mailBatches.leasedUntil)})`,
    })
    // Not `in`: PostgreSQL may run a subquery of `in` more than once, and each run would lock another row.
    .where(eq(mailBatches.id, due))
    .returning();
  if (!batch) return null;
  const members = await tx
    .update(mails)
    .set({ tries: sql`${mails.tries} + 1` })
    .where(eq(mails.batchId, batch.id))
    .returning(shipmentColumns);
  const { id, supplierId, tries, mayHaveArrivedSince } = batch;
  return { id, isBatch: true, supplierId, mails: claimedMails(members), tries, mayHaveArrivedSince };
}
