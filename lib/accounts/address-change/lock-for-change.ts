import { and, asc, eq, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";

export type AccountToChange = Awaited<ReturnType<typeof lockForChange>>[number];

/**
 * Locks these accounts of the supplier in the order of their ids, and returns the columns that a change of address
 * needs.
 */
export function lockForChange(tx: Transaction, viewer: StaffUser, ids: readonly string[]) {
  return tx
    .select({
      id: accounts.id,
      companyName: ACCOUNT_NAME,
      customerNumber: accounts.customerNumber,
      email: accounts.email,
      emailSource: accounts.emailSource,
      emailRecordedAt: accounts.emailRecordedAt,
      pendingEmail: accounts.pendingEmail,
      channel: accounts.channel,
      state: accounts.state,
      locale: accounts.locale,
      activationQueuedAt: accounts.activationQueuedAt,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), inArray(accounts.id, [...ids])))
    .orderBy(asc(accounts.id))
    .for("no key update", { of: accounts });
}
