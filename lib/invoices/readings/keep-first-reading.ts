import { and, isNull, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";

/**
 * Records when this user first saw or downloaded these invoices; later readings do not change it. Skips ids that are
 * not the viewer's, and records nothing for staff viewing as a customer's user. Takes any number of ids, in one
 * statement; safe to run twice and in parallel.
 */
export async function keepFirstReading(
  viewer: AccountReader,
  ids: readonly string[],
  reading: "seenAt" | "downloadedAt",
): Promise<void> {
  if (ids.length === 0 || viewer.kind === "view_as") return;
  const at = now();
  const onlyFor = (column: typeof reading) =>
    column === reading ? sql`${at.toISOString()}::timestamptz` : sql`null::timestamptz`;
  await withViewer(viewer, (tx) =>
    tx
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
          .where(and(visibleInvoices(viewer), sql`${invoices.id} = any(${`{${ids.join(",")}}`}::uuid[])`))
          // Always in the same order, so that two readings of the same invoices cannot deadlock.
          .orderBy(invoices.id),
      )
      .onConflictDoUpdate({
        target: [invoiceReadings.userId, invoiceReadings.invoiceId],
        set: { [reading]: at },
        setWhere: isNull(invoiceReadings[reading]),
      }),
  );
}
