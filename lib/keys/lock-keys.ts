import { and, eq, sql } from "drizzle-orm";
import { supplierKeys } from "@/db/schema/keys";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { isAccepted } from "./supplier-key";

/**
 * Locks the keys of the supplier until the transaction ends, so that keys made at the same time are checked one after the
 * other. Returns the names of the keys that are accepted at that instant.
 */
export async function lockKeys(tx: Transaction, { supplierId }: Manager, at: Date): Promise<string[]> {
  const name = `supplier keys of ${supplierId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  const rows = await tx
    .select({ name: supplierKeys.name })
    .from(supplierKeys)
    .where(and(eq(supplierKeys.supplierId, supplierId), isAccepted(at)));
  return rows.map((row) => row.name);
}
