import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { invoiceTakings } from "@/db/schema/takings";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";

/**
 * « Remettre à prendre »: undoes the viewer's own takings of the invoices that match, whatever their way; takings of
 * colleagues stay. The rows are kept as history. Returns how many invoices are left to take again.
 */
export async function putBack(
  tx: Transaction,
  viewer: CustomerUser,
  which: SQL | undefined,
  at: Date,
): Promise<number> {
  const rows = await tx
    .update(invoiceTakings)
    .set({ undoneAt: at })
    .where(
      and(
        eq(invoiceTakings.accountId, viewer.accountId),
        eq(invoiceTakings.userId, viewer.userId),
        isNull(invoiceTakings.undoneAt),
        sql`${invoiceTakings.invoiceId} in ${tx
          .select({ id: invoices.id })
          .from(invoices)
          .where(and(visibleInvoices(viewer), which))}`,
      ),
    )
    .returning({ id: invoiceTakings.invoiceId });
  return new Set(rows.map(({ id }) => id)).size;
}
