import { and, isNull, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { oneOf } from "./one-of";

/**
 * Records when this user first saw or downloaded these invoices; later readings do not change it. Skips ids that are
 * not the viewer's. Takes any number of ids, in one statement; safe to run twice and in parallel.
 */
export async function keepFirstReading(
  tx: Transaction,
  viewer: CustomerUser,
  ids: readonly string[],
  { reading, at }: { reading: "seenAt" | "downloadedAt"; at: Date },
): Promise<void> {
  const onlyFor = (column: typeof reading) =>
    column === reading ? sql`${at.toISOString()}::timestamptz` : sql`null::timestamptz`;
  await tx
    .insert(invoiceReadings)
    .select(
      tx
        .select({
          invoiceId: invoices.id,
          supplierId: invoices.supplierId,
          accountId: invoices.accountId,
          userId: sql`${viewer.userId}::uuid`.as("user_id"),
          seenAt: onlyFor("seenAt").as("seen_at"),
          downloadedAt: onlyFor("downloadedAt").as("downloaded_at"),
        })
        .from(invoices)
        .where(and(visibleInvoices(viewer), oneOf(ids)))
        // Always in the same order, so that two readings of the same invoices cannot deadlock.
        .orderBy(invoices.id),
    )
    .onConflictDoUpdate({
      target: [invoiceReadings.userId, invoiceReadings.invoiceId],
      set: { [reading]: at },
      setWhere: isNull(invoiceReadings[reading]),
    });
}
