import type { Operator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { findSupplierById } from "./find-supplier-by-id";
import type { ListedSupplier } from "./list-suppliers";

/** Opens one supplier for an operator; null when there is none. */
export function openSupplier(viewer: Operator, id: string): Promise<ListedSupplier | null> {
  return withViewer(viewer, (tx) => findSupplierById(tx, id, now()));
}
