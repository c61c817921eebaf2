import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

/**
 * Asks several accounts of one person the same, each as its own user in one transaction of its own; the answers come in
 * the order of the accounts. Whether they are the person's is for the caller to have asked just now.
 */
export function askEach<Account extends { viewer: CustomerUser }, Answer>(
  accounts: readonly Account[],
  ask: (tx: Transaction, account: Account) => Promise<Answer>,
): Promise<Answer[]> {
  return Promise.all(accounts.map((account) => withViewer(account.viewer, (tx) => ask(tx, account))));
}
