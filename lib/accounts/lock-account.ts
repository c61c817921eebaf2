import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";

/** The account as it is before the change, locked. */
export type LockedAccount = NonNullable<Awaited<ReturnType<typeof lockAccount>>>;

/**
 * Locks an account of the supplier and runs `change` on it, in one transaction. Refused when the supplier has no such
 * account.
 */
export function withLockedAccount<Result>(
  viewer: StaffUser,
  id: string,
  change: (tx: Transaction, account: LockedAccount, at: Date) => Promise<Result>,
): Promise<Result | { ok: false; reason: "not_found" }> {
  return withViewer(viewer, async (tx) => {
    const account = await lockAccount(tx, viewer, id);
    return account ? change(tx, account, now()) : { ok: false, reason: "not_found" as const };
  });
}

/**
 * Returns the account that a member of staff is about to change, locked until the transaction ends; undefined when the
 * supplier has no such account.
 */
export async function lockAccount(tx: Transaction, viewer: StaffUser, id: string) {
  if (!isUuid(id)) return undefined;
  const [found] = await tx
    .select({
      id: accounts.id,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
      email: accounts.email,
      pendingEmail: accounts.pendingEmail,
      preference: accounts.preference,
      channel: accounts.channel,
      state: accounts.state,
      locale: accounts.locale,
      adviserUserId: accounts.adviserUserId,
      activationQueuedAt: accounts.activationQueuedAt,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), eq(accounts.id, id)))
    .for("no key update", { of: accounts });
  return found;
}
