import { and, eq, sql } from "drizzle-orm";
import { accountName, accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { users } from "@/db/schema/users";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
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
        companyName: accountName,
        siren: companies.siren,
        siret: accounts.siret,
        routingCode: accounts.routingCode,
        electronicAddress: accounts.electronicAddress,
        checkedOn: accounts.checkedOn,
        email: accounts.email,
        pendingEmail: accounts.pendingEmail,
        pendingSince: accounts.pendingSince,
        preference: accounts.preference,
        channel: accounts.channel,
        locale: accounts.locale,
        state: accounts.state,
        adviserName: accounts.adviserName,
        adviserEmail: accounts.adviserEmail,
        adviserPhone: accounts.adviserPhone,
        activatedAt: accounts.activationQueuedAt,
        createdAt: accounts.createdAt,
        /** Activated, but nobody has chosen a password yet. */
        isWithoutPassword: sql<boolean>`${accounts.activationQueuedAt} is not null and not exists (
          select from ${users} where ${users.accountId} = ${accounts.id} and ${users.passwordChangedAt} is not null)`,
      })
      .from(accounts)
      .innerJoin(companies, eq(companies.id, accounts.companyId))
      .where(and(visibleAccounts(viewer), eq(accounts.id, id))),
  );
  return account ?? null;
}
