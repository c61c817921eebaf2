import { and, inArray, type SQL } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { findAccounts } from "@/lib/accounts/search/find-accounts";
import type { AccountQuery } from "./account-query";
import { listCondition } from "./list-condition";

/**
 * Returns the condition on `accounts` for a list, a search or both, and what the search found (`found`, null without
 * a search). Combine the condition with `visibleAccounts`.
 */
export async function queryCondition(
  tx: Transaction,
  viewer: StaffUser,
  { q, list }: Pick<AccountQuery, "q" | "list">,
  at: Date,
): Promise<{ condition: SQL | undefined; found: Awaited<ReturnType<typeof findAccounts>> | null }> {
  const found = q === "" ? null : await findAccounts(tx, q);
  const ids = found?.accounts.map(({ accountId }) => accountId);
  const condition = and(
    list === null ? undefined : listCondition(tx, viewer, list, at),
    ids && inArray(accounts.id, ids),
  );
  return { condition, found };
}
