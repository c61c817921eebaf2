import type { Transaction } from "@/db/transaction";
import { withTurn } from "@/lib/limits/take-turn";
import { ownersOf } from "./owners";
import type { Viewer } from "./viewer";
import { withViewer } from "./with-viewer";

/**
 * PostgreSQL cancels a page's query that takes longer than this. On a busy machine, a search among 200,000 invoices
 * takes a tenth of this time.
 */
export const MAX_QUERY_MS = 5_000;

/**
 * Runs `work` like `withViewer`, for queries that may read every invoice of an account. Only one search runs at a
 * time for each account, and only a few in total; each query may take five seconds at most. Throws `Busy`, or
 * `QueryFailed` (57014) after that time; both are answered with 503.
 */
export function withSearch<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withTurn("searching", { owners: ownersOf(viewer), isKnown: true }, () =>
    withViewer(viewer, work, { longestQueryMs: MAX_QUERY_MS }),
  );
}
