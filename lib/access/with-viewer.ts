import { type Transaction, transaction } from "@/db/transaction";
import { withTurn } from "@/lib/limits/take-turn";
import { runAfterCommit } from "./after-commit";
import { ownersOf } from "./owners";
import { withoutValues } from "./query-failure";
import { type Viewer, viewerSettings } from "./viewer";

/**
 * Runs `work` in one transaction in which PostgreSQL itself limits access to the rows that `viewer` may reach. Do
 * nothing slow in it: no storage, network, hashing or streaming, and no other transaction. A failed query throws
 * `QueryFailed`, which quotes no value. The connection is a turn of the viewer's; throws `Busy` when there is none.
 */
export async function withViewer<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    const [result, tx] = await withTurn("connections", connectionAsker(viewer), () =>
      transaction(viewerSettings(viewer), async (tx) => [await work(tx), tx] as const),
    );
    runAfterCommit(tx);
    return result;
  } catch (error) {
    throw withoutValues(error);
  }
}

/** Visitors who proved nothing come after everybody else. */
const connectionAsker = (viewer: Viewer) => ({
  owners: ownersOf(viewer),
  isKnown: viewer.kind !== "anonymous" && viewer.kind !== "recovery",
});
