import type { AccountReader } from "@/lib/access/viewer";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import { findAskedDuplicate } from "@/lib/requests/find-asked-duplicate";
import { findRemoved, type RemovedInvoice } from "./find-removed";

/** A document removed from an account, with that account. */
export interface RemovedDocument<Account> extends RemovedInvoice {
  account: Account;
  /** The time at which a duplicate of this number was requested, while that request is open. */
  askedAt: Date | null;
}

/**
 * Returns the documents with this number that were removed from these accounts, in the order of the accounts, each
 * queried as its own user; within one account the latest issue date comes first.
 */
export async function openRemoved<Account extends { viewer: AccountReader }>(
  accounts: readonly Account[],
  number: string,
): Promise<RemovedDocument<Account>[]> {
  const found = await queryPerAccount(accounts, async (tx, account) => {
    const documents = await findRemoved(tx, account.viewer, number);
    const askedAt = documents[0] ? await findAskedDuplicate(tx, account.viewer, documents[0].number) : null;
    return documents.map((document) => ({ ...document, account, askedAt }));
  });
  return found.flat();
}
