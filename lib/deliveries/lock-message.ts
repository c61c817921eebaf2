import type { Transaction } from "@/db/transaction";
import { sql } from "drizzle-orm";

/**
 * Until the transaction ends, whoever writes down that a mail was sent and whoever records its news take turns: neither
 * can miss the other's row.
 */
export async function lockMessage(tx: Transaction, messageId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${messageId}, 20))`);
}
