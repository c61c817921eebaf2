import type { CustomerUser } from "@/lib/access/viewer";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import { findAskedDuplicate } from "@/lib/requests/find-asked-duplicate";
import { findRemoved, type RemovedInvoice } from "./find-removed";

/** A document that left an account, and which. */
export interface RemovedDocument<Account> extends RemovedInvoice {
  account: Account;
  /** When a duplicate of its number was asked for, while the answer is awaited. */
  askedAt: Date | null;
}

/**
 * What left these accounts under that number, account by account in their order, each asked as its own user; in one
 * account the last issued first.
 */
export async function openRemoved<Account extends { viewer: CustomerUser }>(
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
