import { type Transaction, transaction } from "@/db/transaction";
import { runAfterCommit } from "./after-commit";
import { withoutValues } from "./query-failure";
import { type Viewer, viewerSettings } from "./viewer";

/**
 * Runs `work` in one transaction in which PostgreSQL itself limits access to the rows that `viewer` may reach. Do
 * nothing slow in it: no storage, network, hashing or streaming. A failed query throws `QueryFailed`, which quotes no
 * value.
 */
export async function withViewer<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    const [result, tx] = await transaction(
      viewerSettings(viewer),
      async (tx) => [await work(tx), tx] as const,
    );
    runAfterCommit(tx);
    return result;
  } catch (error) {
    throw withoutValues(error);
  }
}
