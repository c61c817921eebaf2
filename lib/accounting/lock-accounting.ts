import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/** Locks the account's accounting until the transaction ends: its settings and batches are written one after the other. */
export async function lockAccounting(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`accounting of ${accountId}`}, 0))`);
}
