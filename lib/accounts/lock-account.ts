import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { isUuid } from "@/lib/uuid";

export type LockedAccount = NonNullable<Awaited<ReturnType<typeof lockAccount>>>;

/**
 * Returns the account that a member of staff is about to change, locked until the transaction ends; undefined when the
 * supplier has no such account.
 */
export async function lockAccount(tx: Transaction, viewer: StaffUser, accountId: string) {
  if (!isUuid(accountId)) return undefined;
  const [found] = await tx
    .select({
      accountId: accounts.id,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
      email: accounts.email,
      preference: accounts.preference,
      channel: accounts.channel,
      state: accounts.state,
      locale: accounts.locale,
      adviserUserId: accounts.adviserUserId,
      activationQueuedAt: accounts.activationQueuedAt,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), eq(accounts.id, accountId)))
    .for("no key update", { of: accounts });
  return found;
}
