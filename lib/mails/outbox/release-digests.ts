import { and, eq, inArray } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";

/** Lets the other invoices of cancelled digests, which list a withdrawn one, wait for another digest of the same day. */
export async function releaseDigests(tx: Transaction, digestIds: readonly string[]): Promise<void> {
  if (digestIds.length === 0) return;
  const available = tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.state, "available"));
  await tx
    .update(notifications)
    .set({ state: "waiting", digestId: null })
    .where(
      and(
        inArray(notifications.digestId, [...digestIds]),
        eq(notifications.state, "mailed"),
        inArray(notifications.invoiceId, available),
      ),
    );
}
