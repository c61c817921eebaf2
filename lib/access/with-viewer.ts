import { type Transaction, transaction } from "@/db/transaction";
import { withoutValues } from "./query-failure";
import { type Viewer, viewerSettings } from "./viewer";

/**
 * Runs `work` in one transaction that PostgreSQL itself confines to what `viewer` may reach. Nothing slow belongs in
 * it: no storage, network, hashing or streaming. A query that fails throws `QueryFailed`, which quotes no value.
 */
export async function withViewer<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await transaction(viewerSettings(viewer), work);
  } catch (error) {
    throw withoutValues(error);
  }
}
