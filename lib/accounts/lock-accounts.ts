import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/**
 * Waits for the advisory lock of a supplier's accounts, and holds it until the end of the transaction. It makes all
 * changes of these accounts run one after the other, so that two of them cannot add the same SIREN or customer number.
 */
export async function lockAccountsOf(tx: Transaction, supplierId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`accounts of ${supplierId}`}, 0))`);
}
