import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/**
 * Until the transaction ends, whoever writes down that mails were sent and whoever records their news take turns:
 * neither can miss the other's rows. Always in the same order, so that two who lock several do not wait for each other.
 */
export async function lockMessages(tx: Transaction, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(id, 20))
    from (select jsonb_array_elements_text(${JSON.stringify(messageIds)}::jsonb) as id order by 1) as messages`);
}
