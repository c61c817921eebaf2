import { EMPTY_FILTER, type InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { NEWEST_FIRST } from "@/lib/invoices/filter/invoice-sort";
import type { InvoiceListing } from "@/lib/invoices/register/invoice-list";

/** The first page of all invoices, newest first, with the given filter. */
export function listing(
  filter: Partial<InvoiceFilter> = {},
  change: Partial<InvoiceListing> = {},
): InvoiceListing {
  return {
    filter: { ...EMPTY_FILTER, ...filter },
    sort: NEWEST_FIRST,
    page: { direction: "first" },
    lastVisitAt: null,
    ...change,
  };
}
