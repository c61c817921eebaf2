import type { CustomerUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { readList, type InvoiceListing } from "@/lib/invoices/list-invoices";

/** One page of the list, in a transaction of its own. */
export const listInvoices = (viewer: CustomerUser, listing: InvoiceListing) =>
  withViewer(viewer, (tx) => readList(tx, viewer, listing));
