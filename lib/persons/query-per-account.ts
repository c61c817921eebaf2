import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";

/**
 * Runs the same query for several accounts of one person, for each in its own transaction and as that account's user.
 * Returns the results in the order of the accounts. Set `readsAllInvoices` if the query may read every invoice of an
 * account: it then runs under the limits of `withSearch`. `longestQueryMs` limits a query that may be long and needs no
 * turn. The caller must have just checked that the accounts belong to the person.
 */
export function queryPerAccount<Account extends { viewer: AccountReader }, Result>(
  accounts: readonly Account[],
  query: (tx: Transaction, account: Account) => Promise<Result>,
  { readsAllInvoices = false, longestQueryMs }: { readsAllInvoices?: boolean; longestQueryMs?: number } = {},
): Promise<Result[]> {
  const limits = longestQueryMs === undefined ? {} : { longestQueryMs };
  return Promise.all(
    accounts.map((account) => {
      const work = (tx: Transaction) => query(tx, account);
      return readsAllInvoices ? withSearch(account.viewer, work) : withViewer(account.viewer, work, limits);
    }),
  );
}
