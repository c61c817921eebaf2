import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/**
 * Locks the provider's ids of mails until the transaction ends. The transaction that records mails as sent and the one
 * that records their events take turns, so neither misses the other's rows. Locks are always taken in the same order,
 * so that two transactions that lock several do not block each other.
 */
export async function lockMessages(tx: Transaction, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(id, 20))
    from (select jsonb_array_elements_text(${JSON.stringify(messageIds)}::jsonb) as id order by 1) as messages`);
}
