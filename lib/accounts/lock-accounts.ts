import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/**
 * Waits for the lock of a supplier's accounts, until the end of the transaction: changes of its accounts run one after the
 * other, so that two never look for the same SIREN or number at the same time.
 */
export async function lockAccountsOf(tx: Transaction, supplierId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`accounts of ${supplierId}`}, 0))`);
}
