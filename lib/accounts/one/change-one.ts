import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { isUuid } from "@/lib/uuid";

/** Why no change of an account was made: it is not the supplier's, or the member of staff made too many today. */
export interface NotChanged {
  ok: false;
  reason: "not_found" | "too_often";
}

/** The account as it is before the change, locked. */
export type LockedAccount = NonNullable<Awaited<ReturnType<typeof lockAccount>>>;

/**
 * Changes one account of the supplier in the name of a member of its staff: counts the change, locks the account and
 * runs `change` in one transaction.
 */
export async function changeOne<Result>(
  viewer: StaffUser,
  id: string,
  change: (tx: Transaction, account: LockedAccount, at: Date) => Promise<Result>,
): Promise<Result | NotChanged> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  return withViewer(viewer, async (tx): Promise<Result | NotChanged> => {
    const account = await lockAccount(tx, viewer, id);
    return account ? change(tx, account, at) : { ok: false, reason: "not_found" };
  });
}

/** The supplier's account, locked until the transaction ends; undefined when absent or another supplier's. */
export async function lockAccount(tx: Transaction, viewer: StaffUser, id: string) {
  const [account] = await tx
    .select({
      id: accounts.id,
      supplierId: accounts.supplierId,
      companyId: accounts.companyId,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
      email: accounts.email,
      pendingEmail: accounts.pendingEmail,
      preference: accounts.preference,
      channel: accounts.channel,
      state: accounts.state,
      locale: accounts.locale,
      activatedAt: accounts.activationQueuedAt,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), eq(accounts.id, id)))
    .for("no key update", { of: accounts });
  return account;
}
