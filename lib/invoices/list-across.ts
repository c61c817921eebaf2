import type { CustomerUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { readPart, type InvoiceList, type InvoiceListing } from "./list-invoices";
import { mergeLists } from "./merge-lists";
import type { RegisterEntry } from "./select-invoices";

/** An invoice of one of a person's accounts, and of which. */
export interface OwnedEntry<Account> extends RegisterEntry {
  account: Account;
}

/**
 * One page of the invoices of several accounts of one person, in one order: each account is asked apart, as its own
 * user, from the same place on. Whether the accounts are the person's is for the caller to have asked just now.
 */
export async function listAcross<Account extends { viewer: CustomerUser }>(
  accounts: readonly Account[],
  listing: InvoiceListing,
): Promise<InvoiceList<OwnedEntry<Account>>> {
  const parts = await Promise.all(
    accounts.map(async (account) => {
      const part = await withViewer(account.viewer, (tx) => readPart(tx, account.viewer, listing));
      return { ...part, found: part.found.map((entry) => ({ ...entry, account })) };
    }),
  );
  return mergeLists(parts, listing);
}
