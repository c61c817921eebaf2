import { asc, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";

/**
 * Returns the current notification addresses of these accounts, locked until the transaction ends: a change of
 * address waits for it, and then finds the mails that the transaction wrote. Call it before any row of `mails` is
 * locked, because a change of address takes its locks in this order.
 */
export async function lockAddresses(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(accountIds)]))
    .orderBy(asc(accounts.id))
    .for("share");
  return new Map(rows.map(({ id, email }) => [id, email]));
}
