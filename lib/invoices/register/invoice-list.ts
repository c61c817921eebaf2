import type { InvoicePage } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";
import type { RegisterPage } from "./invoice-pages";
import type { InvoiceSummary, SummaryRow } from "./invoice-summary";
import type { RegisterEntry } from "./select-invoices";

/** Which page of which list: the filter as it is in effect, display history included. */
export interface InvoiceListing {
  filter: InvoiceFilter;
  sort: InvoiceSort;
  page: InvoicePage;
  /** When the user last came; what was deposited since is new to them. */
  lastVisitAt: Date | null;
}

/** What is read of one account: rows from a place on, one more than a page, and what there is in all. */
export interface PartOfList<Row = RegisterEntry> {
  found: Row[];
  summary: SummaryRow[];
  olderHidden: number;
}

export interface InvoiceList<Row = RegisterEntry> extends RegisterPage<Row>, InvoiceSummary {
  /** How many matching ones were issued before the filter's first day; counted up to COUNT_LIMIT + 1. */
  olderHidden: number;
}
