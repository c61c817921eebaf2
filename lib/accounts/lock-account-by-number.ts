import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import type { StaffUser, SupplierKey } from "@/lib/access/viewer";
import { type AccountField, type AccountValues, VALUE_COLUMNS } from "./account-values";
import type { AddressSource } from "./plan-address";

/** The columns of an account that `lockAccountByNumber` returns. */
export type AccountWithCompany = NonNullable<Awaited<ReturnType<typeof lockAccountByNumber>>>;

/**
 * The account of this number with its company, locked until the end of the transaction; undefined when there is none.
 */
export async function lockAccountByNumber(
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
      emailSource: accounts.emailSource,
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

/** The values of an account before a change, kept to undo it. */
export interface AccountSnapshot {
  values: AccountValues;
  /** Where its address came from (R1). */
  emailSource: AddressSource | null;
  pendingEmail: string | null;
  /** ISO 8601; null before the activation. */
  activatedAt: string | null;
}

/** The value of a field; for the address, the one that waits for the next invoice, if there is one. */
export const fieldValue = (
  { pendingEmail, values }: Pick<AccountSnapshot, "pendingEmail" | "values">,
  field: AccountField,
): string | null => (field === "email" ? pendingEmail : null) ?? values[field];

/** Returns the values that are stored to undo a later change. */
export const snapshotOf = ({
  values,
  emailSource,
  pendingEmail,
  activationQueuedAt,
}: AccountWithCompany): AccountSnapshot => ({
  values,
  emailSource,
  pendingEmail,
  activatedAt: activationQueuedAt?.toISOString() ?? null,
});
