import type { CustomerUser } from "@/lib/access/viewer";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import { type InvoiceList, type InvoiceListing } from "./invoice-list";
import { readPart } from "./list-invoices";
import { mergeLists } from "./merge-lists";
import type { RegisterEntry } from "./select-invoices";

/** An invoice of one of a person's accounts, and of which. */
export interface OwnedEntry<Account> extends RegisterEntry {
  account: Account;
}

/**
 * One page of the invoices of several accounts of one person, in one order: each account is asked apart, as its own
 * user, from the same place on.
 */
export async function listAcross<Account extends { viewer: CustomerUser }>(
  accounts: readonly Account[],
  listing: InvoiceListing,
): Promise<InvoiceList<OwnedEntry<Account>>> {
  const parts = await queryPerAccount(accounts, async (tx, account) => {
    const part = await readPart(tx, account.viewer, listing);
    return { ...part, found: part.found.map((entry) => ({ ...entry, account })) };
  });
  return mergeLists(parts, listing);
}
