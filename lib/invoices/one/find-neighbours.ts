import type { AccountReader } from "@/lib/access/viewer";
import { cursorAt } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";
import { readsAllInvoices } from "@/lib/invoices/filter/reads-all-invoices";
import { compareEntries } from "@/lib/invoices/register/compare-entries";
import { type ListedInvoice, selectInvoices } from "@/lib/invoices/register/select-invoices";
import { queryPerAccount } from "@/lib/persons/query-per-account";

/** The previous or next invoice of a list, with its account. */
export interface Neighbour<Account> {
  id: string;
  account: Account;
}

export interface Neighbours<Account> {
  previous: Neighbour<Account> | null;
  next: Neighbour<Account> | null;
}

/**
 * Finds the invoices directly before and after this one in the list of these accounts, with the effective filter and
 * the sort; null at either end. The invoice itself need not match the filter: only its position in the order counts.
 */
export async function findNeighbours<Account extends { viewer: AccountReader }>(
  accounts: readonly Account[],
  { filter, sort }: { filter: InvoiceFilter; sort: InvoiceSort },
  invoice: ListedInvoice,
): Promise<Neighbours<Account>> {
  const cursor = cursorAt(invoice, sort.by);
  const found = await queryPerAccount(
    accounts,
    async (tx, account) => {
      const nextEntry = async (direction: "before" | "after") => {
        const listing = { filter, sort, page: { direction, cursor } };
        const entries = await selectInvoices(tx, account.viewer, listing, 1);
        return entries.map((entry) => ({ entry, account }));
      };
      const [before, after] = await Promise.all([nextEntry("before"), nextEntry("after")]);
      return { before, after };
    },
    { readsAllInvoices: readsAllInvoices({ filter, sort }) },
  );
  const inOrder = (direction: "before" | "after") =>
    found.flatMap((one) => one[direction]).sort((a, b) => compareEntries(a.entry, b.entry, sort));
  const toNeighbour = (one: ReturnType<typeof inOrder>[number] | undefined): Neighbour<Account> | null =>
    one ? { id: one.entry.id, account: one.account } : null;
  return { previous: toNeighbour(inOrder("before").at(-1)), next: toNeighbour(inOrder("after")[0]) };
}
