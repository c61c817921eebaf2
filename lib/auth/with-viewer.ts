import { transaction, type Transaction } from "@/db/transaction";
import { viewerSettings, type Viewer } from "./viewer";

/**
 * Runs `work` in one transaction that PostgreSQL itself confines to what `viewer` may reach. Nothing slow belongs in
 * it: no storage, network, hashing or streaming.
 */
export function withViewer<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(viewerSettings(viewer), work);
}
