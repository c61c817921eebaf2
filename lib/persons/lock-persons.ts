import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/**
 * Until the transaction ends, nobody else joins or parts persons: each merge reads the whole of both, and two that
 * overlap would each miss what the other adds. It happens a few times in a person's life.
 */
export async function lockPersons(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('persons', 0))`);
}
