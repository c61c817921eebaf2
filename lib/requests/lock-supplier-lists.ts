import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/**
 * Locks the templates and contacts of the supplier until the transaction ends, so that of two entries with the same name
 * saved at the same time one is refused, and their number keeps its bound.
 */
export async function lockSupplierLists(tx: Transaction, supplierId: string): Promise<void> {
  const name = `request lists of ${supplierId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
