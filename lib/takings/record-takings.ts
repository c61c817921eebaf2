import { and, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { invoiceTakings } from "@/db/schema/takings";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import type { TakingProof, TakingWay } from "@/lib/taking-choices";
import { TAKING_PROOFS } from "@/lib/taking-choices";

interface NewTaking {
  way: Extract<TakingWay, "session" | "hand">;
  proof: TakingProof;
  at: Date;
}

/**
 * Records that the viewer has taken the invoices that match; skips those that are not the viewer's. Each way is kept
 * once, with its first time; a better proof replaces the earlier one, and a taking that was undone starts anew.
 * Returns how many changed. One statement for any number; safe to run twice and in parallel.
 */
export async function recordTakings(
  tx: Transaction,
  viewer: CustomerUser,
  which: SQL | undefined,
  { way, proof, at }: NewTaking,
): Promise<number> {
  const when = sql`${at.toISOString()}::timestamptz`;
  const rows = await tx
    .insert(invoiceTakings)
    .select(
      tx
        .select({
          invoiceId: invoices.id,
          supplierId: invoices.supplierId,
          accountId: invoices.accountId,
          userId: sql`${viewer.userId}::uuid`.as("user_id"),
          way: sql<TakingWay>`${way}`.as("way"),
          proof: sql<TakingProof>`${proof}`.as("proof"),
          takenAt: sql`${when}`.as("taken_at"),
          sourceId: sql`null::uuid`.as("source_id"),
          undoneAt: sql`null::timestamptz`.as("undone_at"),
        })
        .from(invoices)
        .where(and(visibleInvoices(viewer), which))
        // Always in the same order, so that two recordings of the same invoices cannot deadlock.
        .orderBy(invoices.id),
    )
    .onConflictDoUpdate({
      target: [invoiceTakings.invoiceId, invoiceTakings.userId, invoiceTakings.way],
      set: {
        takenAt: sql`case when ${invoiceTakings.undoneAt} is null then ${invoiceTakings.takenAt} else excluded.taken_at end`,
        proof: sql`excluded.proof`,
        undoneAt: null,
      },
      setWhere: sql`${invoiceTakings.undoneAt} is not null
        or ${rankOf(sql`excluded.proof`)} > ${rankOf(sql`${invoiceTakings.proof}`)}`,
    })
    .returning({ id: invoiceTakings.invoiceId });
  return rows.length;
}

const rankOf = (proof: SQL): SQL => sql`array_position(${`{${TAKING_PROOFS.join(",")}}`}::text[], ${proof})`;
