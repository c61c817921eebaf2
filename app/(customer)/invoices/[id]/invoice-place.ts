import { invoicePath } from "@/lib/invoices/filter/invoice-paths";
import { readInvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { isUuid } from "@/lib/uuid";

/**
 * The page of an invoice for the answer of a form on it: `page` for the message, and `to` with the query of the list that
 * the form sent, so that the way back and the next invoice stay. The list for an id that is none.
 */
export function invoicePlace(id: string, listQuery: string): { page: string; to: string } {
  if (!isUuid(id)) return { page: "/invoices", to: "/invoices" };
  const kept = writeInvoiceQuery(readInvoiceQuery(new URLSearchParams(listQuery)));
  return { page: invoicePath(id), to: invoicePath(id, kept) };
}
