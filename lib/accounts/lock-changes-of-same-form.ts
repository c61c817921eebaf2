import { and, asc, eq, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { addressChanges } from "@/db/schema/address-changes";
import { companies } from "@/db/schema/companies";
import type { Transaction } from "@/db/transaction";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { NamedAccount } from "./activate-account";

/**
 * Locks and returns the other accounts with a waiting change of address from the same form as the waiting change of this
 * account. An account that somebody changes at this moment is left out: waiting for it could deadlock,
 * and its own next invoice applies its change.
 */
export function lockChangesOfSameForm(tx: Transaction, accountId: string): Promise<NamedAccount[]> {
  const own = alias(addressChanges, "own");
  return tx
    .select({
      accountId: accounts.id,
      companyName: ACCOUNT_NAME,
      customerNumber: accounts.customerNumber,
    })
    .from(own)
    .innerJoin(
      addressChanges,
      and(eq(addressChanges.groupId, own.groupId), eq(addressChanges.state, "waiting")),
    )
    .innerJoin(
      accounts,
      and(eq(accounts.id, addressChanges.accountId), eq(accounts.pendingEmail, addressChanges.newEmail)),
    )
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .where(and(eq(own.accountId, accountId), eq(own.state, "waiting"), ne(accounts.id, accountId)))
    .orderBy(asc(accounts.id))
    .for("no key update", { of: accounts, skipLocked: true });
}
