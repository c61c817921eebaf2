import type { InvoiceFilter } from "./invoice-filter";
import type { InvoiceSort } from "./invoice-sort";

/** Whether a field other than the period filters the list. */
export const isNarrowed = (filter: InvoiceFilter): boolean =>
  Object.values({ ...filter, from: null, to: null }).some((value) => value !== null && value !== false);

/**
 * Whether the list may have to look at every invoice of the account: an index gives the newest ones, but not those with a
 * text or an amount, nor another order.
 */
export const looksAtAll = ({ filter, sort }: { filter: InvoiceFilter; sort: InvoiceSort }): boolean =>
  isNarrowed(filter) || sort.by !== "date";
