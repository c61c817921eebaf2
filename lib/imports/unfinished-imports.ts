import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";

/**
 * The maximum number of unfinished imports of a supplier: each may have 50,000 lines, and keeps background
 * work busy.
 */
export const MAX_UNFINISHED_IMPORTS = 5;

/** Whether an import waits for « Appliquer », or is in progress. */
export const isUnfinished = (): SQL =>
  inArray(accountImports.state, ["checking", "checked", "applying", "undoing"]);

/**
 * Whether the supplier may not begin another import. It takes a lock until the transaction ends, so that two imports
 * started at the same moment are counted one after the other.
 */
export async function hasTooManyUnfinished(tx: Transaction, supplierId: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`imports of ${supplierId}`}, 0))`);
  const [row] = await tx
    .select({ count: count() })
    .from(accountImports)
    .where(and(eq(accountImports.supplierId, supplierId), isUnfinished()));
  return (row?.count ?? 0) >= MAX_UNFINISHED_IMPORTS;
}
