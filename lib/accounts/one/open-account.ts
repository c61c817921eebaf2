import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
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
        pendingEmail: accounts.pendingEmail,
        pendingSince: accounts.pendingSince,
        state: accounts.state,
        activatedAt: accounts.activationQueuedAt,
        createdAt: accounts.createdAt,
      })
      .from(accounts)
      .innerJoin(companies, eq(companies.id, accounts.companyId))
      .where(and(visibleAccounts(viewer), eq(accounts.id, id))),
  );
  return account ?? null;
}
