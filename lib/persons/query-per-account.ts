import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";

/**
 * Runs the same query for several accounts of one person, each as its own user in its own transaction. The results are
 * in the order of the accounts. `looksAtAll`: the query may look at every invoice of an account. The caller must have checked just before that the accounts are the person's.
 */
export function queryPerAccount<Account extends { viewer: CustomerUser }, Result>(
  accounts: readonly Account[],
  query: (tx: Transaction, account: Account) => Promise<Result>,
  { looksAtAll }: { looksAtAll: boolean } = { looksAtAll: false },
): Promise<Result[]> {
  const run = looksAtAll ? withSearch : withViewer;
  return Promise.all(accounts.map((account) => run(account.viewer, (tx) => query(tx, account))));
}
