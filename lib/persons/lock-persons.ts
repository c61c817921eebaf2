import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/**
 * Keeps other transactions from merging or separating persons until this one ends. A merge reads both persons
 * completely, so two overlapping merges would each miss what the other adds. One lock for all is enough, because this
 * is rare.
 */
export async function lockPersons(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('persons', 0))`);
}
