import { type Transaction, transaction } from "@/db/transaction";
import { withTurn } from "@/lib/limits/take-turn";
import { runAfterCommit } from "./after-commit";
import { ownersOf } from "./owners";
import { withoutValues } from "./query-failure";
import { type Viewer, viewerSettings } from "./viewer";

/**
 * Runs `work` in one transaction in which PostgreSQL itself limits access to the rows that `viewer` may reach; the
 * viewer `job` has a separate login. Do nothing slow in it: no storage, network, hashing or streaming, and no other
 * transaction. A failed query throws `QueryFailed`, which quotes no value. It waits for a free connection; throws
 * `Busy` when none is free in time. PostgreSQL ends a query after `longestQueryMs` (15 s by default).
 */
export async function withViewer<T>(
  viewer: Viewer,
  work: (tx: Transaction) => Promise<T>,
  { longestQueryMs }: { longestQueryMs?: number } = {},
): Promise<T> {
  const settings = viewerSettings(viewer);
  if (longestQueryMs !== undefined) settings.statement_timeout = String(longestQueryMs);
  try {
    const [result, tx] = await withTurn("connections", connectionAsker(viewer), () =>
      transaction(
        viewer.kind === "job" ? "jobs" : "web",
        settings,
        async (tx) => [await work(tx), tx] as const,
      ),
    );
    runAfterCommit(tx);
    return result;
  } catch (error) {
    throw withoutValues(error);
  }
}

/** Visitors who have proved nothing get a connection after everybody else. */
const connectionAsker = (viewer: Viewer) => ({
  owners: ownersOf(viewer),
  isKnown: viewer.kind !== "anonymous" && viewer.kind !== "recovery",
});
