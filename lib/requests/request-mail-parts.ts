import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { CustomerUser, StaffUser } from "@/lib/access/viewer";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";

/** The account of a request as its mails show it, its present settings, and its adviser. */
export async function accountInMail(tx: Transaction, viewer: CustomerUser | StaffUser, accountId: string) {
  const [found] = await tx
    .select({
      companyName: ACCOUNT_NAME,
      customerNumber: accounts.customerNumber,
      address: accounts.email,
      preference: accounts.preference,
      locale: accounts.locale,
      adviserName: accounts.adviserName,
      adviserEmail: accounts.adviserEmail,
      adviserPhone: accounts.adviserPhone,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(visibleAccounts(viewer), eq(accounts.id, accountId)));
  if (!found) throw new Error("The account of a request was not found.");
  const { companyName, customerNumber, address, preference, locale, ...adviser } = found;
  return { account: { companyName, customerNumber }, present: { address, preference }, locale, ...adviser };
}

/** The user of the account who asks or wrote, as its mails show them. */
export async function askerInMail(tx: Transaction, accountId: string, userId: string) {
  const [user] = await tx
    .select({
      name: users.name,
      identifier: users.identifier,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      role: users.role,
      status: users.status,
      locale: users.locale,
    })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.accountId, accountId)));
  if (!user) throw new Error("The user of a request was not found.");
  const { name, identifier, locale, emailVerifiedAt, status, role } = user;
  return {
    locale,
    isActive: status === "active",
    shown: {
      name,
      identifier,
      role: role === "administrator" ? ("administrator" as const) : ("member" as const),
      email: mailableAddress(user.email),
      isEmailProven: emailVerifiedAt !== null,
    },
  };
}

/**
 * Returns the address when it is valid exactly as recorded, else null: PostgreSQL queues mails to recorded addresses
 * only.
 */
export function mailableAddress(email: string | null): string | null {
  const address = normalizeMailAddress(email ?? "");
  return isMailAddress(address) && address === email?.toLowerCase() ? address : null;
}
