import { eq, sql } from "drizzle-orm";
import { accountingBatches } from "@/db/schema/accounting";
import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";

/** The number that the account's next batch gets, counted from 1. It stays only while the accounting is locked. */
export async function nextBatchNumber(tx: Transaction, viewer: CustomerUser): Promise<number> {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${accountingBatches.number}), 0)` })
    .from(accountingBatches)
    .where(eq(accountingBatches.accountId, viewer.accountId));
  return (last?.number ?? 0) + 1;
}
