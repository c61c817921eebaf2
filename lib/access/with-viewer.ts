import { type Transaction, transaction } from "@/db/transaction";
import { withoutValues } from "./query-failure";
import { type Viewer, viewerSettings } from "./viewer";

/**
 * Runs `work` in one transaction in which PostgreSQL itself limits access to the rows that `viewer` may reach. Do
 * nothing slow in it: no storage, network, hashing or streaming. A failed query throws `QueryFailed`, which quotes no
 * value.
 */
export async function withViewer<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await transaction(viewerSettings(viewer), work);
  } catch (error) {
    throw withoutValues(error);
  }
}
