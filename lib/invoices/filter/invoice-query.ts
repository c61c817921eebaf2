import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { readScope, type Scope } from "@/lib/persons/scope";
import { type InvoicePage, readCursor, writeCursor } from "./invoice-cursor";
import { EMPTY_FILTER, type InvoiceFilter, readInvoiceFilter, writeInvoiceFilter } from "./invoice-filter";
import { type InvoiceSort, NEWEST_FIRST, readSort, writeSort } from "./invoice-sort";

/** The parameters of the list's URL; the state of the list is stored nowhere else. */
export interface InvoiceQuery {
  filter: InvoiceFilter;
  sort: InvoiceSort;
  scope: Scope;
  page: InvoicePage;
}

/** The default list, without parameters. */
export const WHOLE_LIST: InvoiceQuery = {
  filter: EMPTY_FILTER,
  sort: NEWEST_FIRST,
  scope: "own",
  page: { direction: "first" },
};

/** Reads the query; values that the portal would not write are left out, not refused. */
export function readInvoiceQuery(params: SearchParams): InvoiceQuery {
  const sort = readSort(searchParam(params, "sort"));
  const after = readCursor(searchParam(params, "after"), sort.by);
  const before = readCursor(searchParam(params, "before"), sort.by);
  return {
    filter: readInvoiceFilter(params),
    sort,
    scope: readScope(params),
    page: after
      ? { direction: "after", cursor: after }
      : before
        ? { direction: "before", cursor: before }
        : { direction: "first" },
  };
}

/** Returns the query string of a list, with its `?`, or "" for the default list. */
export function writeInvoiceQuery({ filter, sort, scope, page }: InvoiceQuery): string {
  const params = writeInvoiceFilter(filter);
  const sorted = writeSort(sort);
  if (sorted !== writeSort(NEWEST_FIRST)) params.set("sort", sorted);
  if (scope === "all") params.set("scope", scope);
  if (page.direction !== "first") params.set(page.direction, writeCursor(page.cursor));
  return params.size > 0 ? `?${params}` : "";
}
