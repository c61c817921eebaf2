import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { VALUE_COLUMNS } from "./account-values";

/** An account that is about to be changed. */
export type NumberedAccount = NonNullable<Awaited<ReturnType<typeof lockNumberedAccount>>>;

/** The account of this number with its company, locked until the end of the transaction; undefined when there is none. */
export async function lockNumberedAccount(
  tx: Transaction,
  viewer: SupplierKey | StaffUser,
  customerNumber: string,
) {
  const [found] = await tx
    .select({
      id: accounts.id,
      customerNumber: accounts.customerNumber,
      company: {
        id: companies.id,
        name: companies.name,
        siren: companies.siren,
        vatNumber: companies.vatNumber,
      },
      /** The name that the supplier gave this account; null when it is the company's. */
      ownName: accounts.companyName,
      values: VALUE_COLUMNS,
      email: accounts.email,
      pendingEmail: accounts.pendingEmail,
      pendingSince: accounts.pendingSince,
      pendingKeepsMember: accounts.pendingKeepsMember,
      channel: accounts.channel,
      state: accounts.state,
      activationQueuedAt: accounts.activationQueuedAt,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), eq(accounts.customerNumber, customerNumber)))
    .for("no key update", { of: accounts });
  return found;
}
