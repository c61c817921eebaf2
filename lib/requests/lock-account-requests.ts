import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/** Locks the account's requests until the transaction ends, so that what its users write is recorded one by one. */
export async function lockAccountRequests(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`requests of ${accountId}`}, 0))`);
}
