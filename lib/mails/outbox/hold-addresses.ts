import { asc, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";

/**
 * The addresses of these accounts as they are now, held until the transaction ends: a change of address waits, and then
 * finds whatever mails the transaction leaves. Taken before any row of `mails`, as the change does.
 */
export async function holdAddresses(
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
