import { and, type SQL } from "drizzle-orm";
import type { AccountReader } from "@/lib/access/viewer";
import { addDays, type PlainDate } from "@/lib/dates";
import { searchParam } from "@/lib/http/search-params";
import { effectiveFilter } from "@/lib/invoices/filter/effective-filter";
import { type InvoiceFilter, readInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { type InvoiceSort, readSort } from "@/lib/invoices/filter/invoice-sort";
import { matchInvoices } from "@/lib/invoices/register/match-invoices";
import { expiringBy, isExpiryDays, neverDownloaded } from "@/lib/retention/expiring-invoices";

/** The invoices of a pack or an index: those the list shows for the same query, or those that are removed soon. */
export interface ExportSelection {
  filter: InvoiceFilter;
  sort: InvoiceSort;
  /** Only invoices whose last day is this day or earlier. */
  expiringBy: PlainDate | null;
  /** Only invoices that nobody of the account has downloaded. */
  isNeverDownloaded: boolean;
}

/**
 * Reads the selection from a URL: the filter of the list, with the display history where the list applies it (R14), or
 * `leaving=90|30|7` (invoices removed within that number of days, without display history), and `untaken=1`.
 */
export function readExportSelection(
  params: URLSearchParams,
  { today, historySince }: { today: PlainDate; historySince: PlainDate },
): ExportSelection {
  const filter = readInvoiceFilter(params);
  const days = Number(searchParam(params, "leaving"));
  const isExpiring = isExpiryDays(days);
  return {
    sort: readSort(searchParam(params, "sort")),
    filter: isExpiring ? filter : effectiveFilter(filter, historySince),
    expiringBy: isExpiring ? addDays(today, days) : null,
    isNeverDownloaded: searchParam(params, "untaken") === "1",
  };
}

/** The viewer's invoices that the selection names. */
export function selectedInvoices(viewer: AccountReader, selection: ExportSelection): SQL | undefined {
  return and(
    matchInvoices(viewer, selection.filter),
    selection.expiringBy === null ? undefined : expiringBy(selection.expiringBy),
    selection.isNeverDownloaded ? neverDownloaded() : undefined,
  );
}
