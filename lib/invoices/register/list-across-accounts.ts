import type { AccountReader } from "@/lib/access/viewer";
import { readsAllInvoices } from "@/lib/invoices/filter/reads-all-invoices";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import { type InvoiceList, type InvoiceListing } from "./invoice-list";
import { readPart } from "./list-invoices";
import { mergeLists } from "./merge-lists";
import type { RegisterEntry } from "./select-invoices";

/** An invoice of one of a person's accounts, with that account. */
export interface OwnedEntry<Account> extends RegisterEntry {
  account: Account;
}

/**
 * Returns one page of the invoices of several accounts of one person, sorted together: each account is queried
 * separately, as its own user, from the same cursor.
 */
export async function listAcrossAccounts<Account extends { viewer: AccountReader }>(
  accounts: readonly Account[],
  listing: InvoiceListing,
): Promise<InvoiceList<OwnedEntry<Account>>> {
  const parts = await queryPerAccount(
    accounts,
    async (tx, account) => {
      const part = await readPart(tx, account.viewer, listing);
      return { ...part, found: part.found.map((entry) => ({ ...entry, account })) };
    },
    { readsAllInvoices: readsAllInvoices(listing) },
  );
  return mergeLists(parts, listing);
}
