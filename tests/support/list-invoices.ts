import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { type InvoiceListing } from "@/lib/invoices/register/invoice-list";
import { readList } from "@/lib/invoices/register/list-invoices";

/** One page of the list, in its own transaction. */
export const listInvoices = (viewer: CustomerUser, listing: InvoiceListing) =>
  withViewer(viewer, (tx) => readList(tx, viewer, listing));
