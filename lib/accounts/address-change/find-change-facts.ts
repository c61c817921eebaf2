import { and, asc, eq, ne, sql } from "drizzle-orm";
import { accountCorrections } from "@/db/schema/account-corrections";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { findMissed } from "@/lib/notifications/find-missed";
import { personLabel } from "@/lib/person-label";
import { MAX_OTHER_ACCOUNTS } from "./change-limits";

/** What the portal knows about a change before it is made. */
export type ChangeFacts = NonNullable<Awaited<ReturnType<typeof findChangeFacts>>>;

/** Finds what a change of this account's address to `email` would mean; null for another supplier's account. */
export async function findChangeFacts(tx: Transaction, viewer: StaffUser, accountId: string, email: string) {
  const [account] = await tx
    .select({
      id: accounts.id,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
      email: accounts.email,
      channel: accounts.channel,
      state: accounts.state,
      hasActivation: sql<boolean>`${accounts.activationQueuedAt} is not null`,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), eq(accounts.id, accountId)));
  if (!account) return null;
  const people = await tx
    .select({ email: users.email, name: users.name, identifier: users.identifier, role: users.role })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.status, "active")))
    .orderBy(asc(users.role), asc(users.id));
  const existingUser = people.find((person) => person.email === email) ?? null;
  const notified = people.find((person) => person.email !== null && person.email === account.email) ?? null;
  return {
    account,
    others: account.email === null ? [] : await othersWith(tx, viewer, accountId, account.email),
    notified: notified && personLabel(notified),
    existingUser: existingUser && {
      identifier: existingUser.identifier,
      label: personLabel(existingUser),
    },
    otherAdministrators: people.filter(
      (person) => person.role === "administrator" && person !== notified && person !== existingUser,
    ).length,
    missed: (await findMissed(tx, [accountId])).length,
    usedBefore: await addressesUsed(tx, accountId, account.email, people),
  };
}

/** The supplier's other accounts with the old address. */
function othersWith(tx: Transaction, viewer: StaffUser, accountId: string, email: string) {
  return tx
    .select({
      id: accounts.id,
      customerNumber: accounts.customerNumber,
      companyName: ACCOUNT_NAME,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(
      and(
        visibleAccounts(viewer),
        eq(accounts.supplierId, viewer.supplierId),
        eq(accounts.email, email),
        ne(accounts.id, accountId),
        ne(accounts.state, "closed"),
      ),
    )
    .orderBy(asc(accounts.customerNumber))
    .limit(MAX_OTHER_ACCOUNTS);
}

/** The addresses of the account and of its people, today and before. */
async function addressesUsed(
  tx: Transaction,
  accountId: string,
  email: string | null,
  people: readonly { email: string | null }[],
): Promise<string[]> {
  const corrected = await tx
    .select({ old: accountCorrections.oldValue })
    .from(accountCorrections)
    .where(and(eq(accountCorrections.accountId, accountId), eq(accountCorrections.field, "email")));
  return [email, ...people.map((person) => person.email), ...corrected.map(({ old }) => old)].filter(
    (one) => one !== null,
  );
}
