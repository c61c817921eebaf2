import { and, eq, isNotNull, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { suppliers } from "@/db/schema/suppliers";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { Locale } from "@/lib/languages";

/** A user that its mailed link may attach. */
export interface Attachable {
  userId: string;
  stamp: number;
  identifier: string;
  email: string;
  locale: Locale;
  accountId: string;
  customerNumber: string;
  companyName: string;
  supplierId: string;
  supplierName: string;
}

/**
 * The user with this identifier or id, if it is an active customer's with a proven address, a password of its own
 * and an account that is not closed; else null, whoever or nobody it is.
 */
export async function findAttachable(
  tx: Transaction,
  who: { identifier: string } | { userId: string },
): Promise<Attachable | null> {
  const [found] = await tx
    .select({
      userId: users.id,
      stamp: users.stamp,
      identifier: users.identifier,
      email: users.email,
      locale: users.locale,
      accountId: accounts.id,
      customerNumber: accounts.customerNumber,
      companyName: companies.name,
      supplierId: suppliers.id,
      supplierName: suppliers.name,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .innerJoin(suppliers, eq(suppliers.id, accounts.supplierId))
    .where(
      and(
        "userId" in who ? eq(users.id, who.userId) : eq(users.identifier, who.identifier),
        eq(users.status, "active"),
        eq(users.mustChangePassword, false),
        // An address that somebody else wrote down proves nothing.
        isNotNull(users.emailVerifiedAt),
        ne(accounts.state, "closed"),
      ),
    );
  const email = found?.email ?? null;
  return found && email !== null ? { ...found, email } : null;
}
