import type { InvoiceFilter } from "./invoice-filter";
import type { InvoiceSort } from "./invoice-sort";

/** Whether a field other than the period and the company filters the list. */
export const isNarrowed = (filter: InvoiceFilter): boolean =>
  Object.values({ ...filter, from: null, to: null, company: null }).some(
    (value) => value !== null && value !== false,
  );

/**
 * Whether the query of a list may read every invoice of the account. An index finds the newest invoices; no index
 * serves another filter or another order.
 */
export const readsAllInvoices = ({ filter, sort }: { filter: InvoiceFilter; sort: InvoiceSort }): boolean =>
  isNarrowed(filter) || sort.by !== "date";
