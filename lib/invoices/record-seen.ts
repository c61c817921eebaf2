import { invoiceReadings, invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/auth/access";
import type { CustomerUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { and, eq, isNull, sql } from "drizzle-orm";

/**
 * Notes that this user opened the invoice, after it was shown; the first time is kept. An id that is not the viewer's
 * is passed over. Safe twice and side by side.
 */
export async function recordSeen(viewer: CustomerUser, id: string): Promise<void> {
  if (!isUuid(id)) return;
  const at = now();
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
            seenAt: sql`${at.toISOString()}::timestamptz`.as("seen_at"),
            downloadedAt: sql`null::timestamptz`.as("downloaded_at"),
          })
          .from(invoices)
          .where(and(visibleInvoices(viewer), eq(invoices.id, id))),
      )
      .onConflictDoUpdate({
        target: [invoiceReadings.userId, invoiceReadings.invoiceId],
        set: { seenAt: at },
        setWhere: isNull(invoiceReadings.seenAt),
      }),
  );
}
