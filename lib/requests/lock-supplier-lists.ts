import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/**
 * Locks the templates and contacts of the supplier until the transaction ends. Entries saved at the same time are
 * checked one after the other: no two have the same name, and their number stays within its limit.
 */
export async function lockSupplierLists(tx: Transaction, supplierId: string): Promise<void> {
  const name = `request lists of ${supplierId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
