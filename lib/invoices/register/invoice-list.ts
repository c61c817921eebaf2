import type { InvoicePage } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";
import type { RegisterPage } from "./invoice-pages";
import type { InvoiceSummary, SummaryRow } from "./invoice-summary";
import type { PageSize } from "./page-size";
import type { RegisterEntry } from "./select-invoices";

/** The list and the page to read; the filter is the effective one, including the display history. */
export interface InvoiceListing {
  filter: InvoiceFilter;
  sort: InvoiceSort;
  page: InvoicePage;
  /** Rows a page. */
  size?: PageSize;
  /** The user's last visit; invoices deposited since then are new. */
  lastVisitAt: Date | null;
}

/** The data read from one account: rows after a cursor, one more than a page, and the summary of all matches. */
export interface PartOfList<Row = RegisterEntry> {
  found: Row[];
  summary: SummaryRow[];
  olderHidden: number;
  /** The number of matches beyond the page's cursor, in the direction of reading, up to COUNT_LIMIT + 1. */
  beyond: number;
}

export interface InvoiceList<Row = RegisterEntry> extends RegisterPage<Row>, InvoiceSummary {
  /** The number of matches issued before the filter's first day; counted up to COUNT_LIMIT + 1. */
  olderHidden: number;
  /** The places of the first and the last row in the whole list, counted from 1; null when not all were counted. */
  places: { first: number; last: number } | null;
}
