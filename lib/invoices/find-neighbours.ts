import type { CustomerUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { cursorAt } from "./invoice-cursor";
import type { InvoiceFilter } from "./invoice-filter";
import type { InvoiceSort } from "./invoice-sort";
import { selectInvoices, type ListedInvoice } from "./select-invoices";

export interface Neighbours {
  previousId: string | null;
  nextId: string | null;
}

/**
 * The invoices just before and just after this one in the viewer's list of that filter (as it is in effect) and sort;
 * null at either end. The invoice itself need not pass the filter: its place in the order counts.
 */
export function findNeighbours(
  viewer: CustomerUser,
  { filter, sort }: { filter: InvoiceFilter; sort: InvoiceSort },
  invoice: ListedInvoice,
): Promise<Neighbours> {
  const cursor = cursorAt(invoice, sort.by);
  return withViewer(viewer, async (tx) => {
    const beside = async (direction: "before" | "after") => {
      const [found] = await selectInvoices(tx, viewer, { filter, sort, page: { direction, cursor } }, 1);
      return found?.id ?? null;
    };
    const [previousId, nextId] = await Promise.all([beside("before"), beside("after")]);
    return { previousId, nextId };
  });
}
