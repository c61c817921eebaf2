import { and, eq, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { mailAddresses } from "@/db/schema/mail-addresses";
import { users } from "@/db/schema/users";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { VALUE_COLUMNS } from "@/lib/accounts/account-values";
import { isUuid } from "@/lib/uuid";

export type OpenedAccount = NonNullable<Awaited<ReturnType<typeof openAccount>>>;

/** Returns what the supplier recorded of one account, for its staff; null when absent or another supplier's. */
export async function openAccount(viewer: StaffUser, id: string) {
  if (!isUuid(id)) return null;
  const [account] = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: accounts.id,
        customerNumber: accounts.customerNumber,
        ...VALUE_COLUMNS,
        /** Why mails to its address are stopped, and since when; null when they are not. */
        addressState: mailAddresses.state,
        addressStateAt: mailAddresses.at,
        pendingEmail: accounts.pendingEmail,
        pendingSince: accounts.pendingSince,
        state: accounts.state,
        activatedAt: accounts.activationQueuedAt,
        createdAt: accounts.createdAt,
        /** Activated, but nobody has chosen a password yet. */
        isWithoutPassword: sql<boolean>`${accounts.activationQueuedAt} is not null and not exists (
          select from ${users} where ${users.accountId} = ${accounts.id} and ${users.passwordChangedAt} is not null)`,
      })
      .from(accounts)
      .innerJoin(companies, eq(companies.id, accounts.companyId))
      .leftJoin(
        mailAddresses,
        and(eq(mailAddresses.supplierId, accounts.supplierId), eq(mailAddresses.email, accounts.email)),
      )
      .where(and(visibleAccounts(viewer), eq(accounts.id, id))),
  );
  return account ?? null;
}
