import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import { readsAllInvoices } from "@/lib/invoices/filter/reads-all-invoices";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import { type InvoiceList, type InvoiceListing } from "./invoice-list";
import { addUp, type InvoiceSummary } from "./invoice-summary";
import { readPart } from "./list-invoices";
import { mergeLists } from "./merge-lists";
import type { RegisterEntry } from "./select-invoices";

/** An invoice of one of a person's accounts, with that account. */
export interface OwnedEntry<Account> extends RegisterEntry {
  account: Account;
}

/** The list of several accounts, with the figures of each, in the order of the accounts. */
export interface JointList<Account> extends InvoiceList<OwnedEntry<Account>> {
  companies: { account: Account; summary: InvoiceSummary }[];
}

/**
 * Returns one page of the invoices of several accounts of one person, sorted together: each account is queried
 * separately, as its own user, from the same cursor. `readBeside` reads something else of each account in the same
 * transaction.
 */
export async function listAcrossAccounts<Account extends { viewer: AccountReader }, Beside>(
  accounts: readonly Account[],
  listing: InvoiceListing,
  readBeside: (tx: Transaction, account: Account) => Promise<Beside>,
): Promise<{ list: JointList<Account>; beside: Beside[] }> {
  const parts = await queryPerAccount(
    accounts,
    async (tx, account) => {
      const [part, beside] = await Promise.all([
        readPart(tx, account.viewer, listing),
        readBeside(tx, account),
      ]);
      return { ...part, found: part.found.map((entry) => ({ ...entry, account })), account, beside };
    },
    { readsAllInvoices: readsAllInvoices(listing) },
  );
  const companies = parts.map(({ account, summary }) => ({ account, summary: addUp([summary]) }));
  return { list: { ...mergeLists(parts, listing), companies }, beside: parts.map((part) => part.beside) };
}
