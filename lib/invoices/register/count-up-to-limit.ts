import { type SQL, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { COUNT_LIMIT } from "./invoice-summary";

/** Counts the invoices that meet the condition, up to COUNT_LIMIT + 1: more than that are not read. */
export async function countUpToLimit(tx: Transaction, condition: SQL | undefined): Promise<number> {
  const found = tx
    .select({ one: sql`1`.as("one") })
    .from(invoices)
    .where(condition)
    .limit(COUNT_LIMIT + 1)
    .as("found");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(found);
  return row?.count ?? 0;
}
