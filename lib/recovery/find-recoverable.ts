import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { suppliers } from "@/db/schema/suppliers";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";

/** A user whose password its mail address may choose again. */
export interface Recoverable {
  userId: string;
  accountId: string | null;
  identifier: string;
  /** The company's, or the supplier's for its staff. */
  companyName: string;
  customerNumber: string;
  locale: Locale;
  passwordChangedAt: Date | null;
  /** Whether other identifiers are attached to this one: another password ends that (decision 18). */
  isAttached: boolean;
}

/**
 * Everybody at this supplier who is reached at this address (R5, R7): active users of accounts that are not closed, and
 * the supplier's own staff. The address is the one recorded for the user; an identifier that looks like one proves
 * nothing.
 */
export async function findRecoverable(
  tx: Transaction,
  supplierId: string,
  email: string,
): Promise<Recoverable[]> {
  const found = await tx
    .select({
      userId: users.id,
      accountId: users.accountId,
      identifier: users.identifier,
      companyName: companies.name,
      customerNumber: accounts.customerNumber,
      supplierName: suppliers.name,
      locale: users.locale,
      passwordChangedAt: users.passwordChangedAt,
      isAttached: sql<boolean>`exists (
        select from ${users} other where other.person_id = ${users.personId} and other.id <> ${users.id}
      )`,
    })
    .from(users)
    .leftJoin(accounts, eq(accounts.id, users.accountId))
    .leftJoin(companies, eq(companies.id, accounts.companyId))
    .innerJoin(suppliers, eq(suppliers.id, supplierId))
    .where(
      and(
        eq(users.email, email),
        eq(users.status, "active"),
        or(eq(users.supplierId, supplierId), eq(accounts.supplierId, supplierId)),
        or(isNull(accounts.state), ne(accounts.state, "closed")),
      ),
    )
    .orderBy(asc(companies.name), asc(users.identifier));
  return found.map(({ supplierName, companyName, customerNumber, ...user }) => ({
    ...user,
    companyName: companyName ?? supplierName,
    customerNumber: customerNumber ?? "",
  }));
}
