import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { displayHistoryMonths, shownSince } from "@/lib/invoices/filter/display-history";
import { effectiveFilter } from "@/lib/invoices/filter/effective-filter";
import { cursorAt } from "@/lib/invoices/filter/invoice-cursor";
import { invoicePath, listPath, originalPath, readingPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, readInvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { readsAllInvoices } from "@/lib/invoices/filter/reads-all-invoices";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { isUuid } from "@/lib/uuid";
import { companyNames } from "./company-choice";
import { COUNT_LIMIT } from "./invoice-summary";
import { type RegisterRow, registerRow } from "./register-row";
import { selectInvoices } from "./select-invoices";
import { summariseInvoices } from "./summarise-invoices";

/** The number of invoices that the list beside the document holds at once. */
export const READING_SIZE = 100;

interface ReadingRow extends RegisterRow {
  /** Reading mode with this invoice open. */
  readingHref: string;
  originalHref: string;
  isPdf: boolean;
}

/** Reading mode: the invoices of a list, to be read one after the other. */
export interface ReadingList {
  listHref: string;
  rows: ReadingRow[];
  /** The page of the invoice that `at` names, when it is not among the rows; else null. */
  elsewhereHref: string | null;
  /** Null when the list is empty. */
  current: ReadingRow | null;
  /** All invoices of the list; null when it begins in the middle of it, or counting stopped. */
  count: number | null;
  /** The rest of the list; null at its end. */
  nextHref: string | null;
}

/**
 * Opens the list of the URL for reading, from the page on which it is open, and the invoice that `at` names, or the first
 * one. Only of the account of the session: an original of another account can be downloaded, not shown.
 */
export async function openReading(session: ReaderSession, params: SearchParams): Promise<ReadingList> {
  const { viewer, supplier, previousVisitAt } = session;
  const read: InvoiceQuery = { ...readInvoiceQuery(params), scope: "own" };
  // A page that is read backwards begins somewhere else each time, so reading begins with the first one.
  const query: InvoiceQuery =
    read.page.direction === "before" ? { ...read, page: { direction: "first" } } : read;
  const today = todayIn(supplier.timeZone, now().getTime());
  const since = shownSince(today, await displayHistoryMonths(session));
  const { sort, page } = query;
  const listing = { filter: effectiveFilter(query.filter, since), sort, page };
  const run = readsAllInvoices(listing) ? withSearch : withViewer;
  const [found, summary] = await run(viewer, (tx) =>
    Promise.all([
      selectInvoices(tx, viewer, listing, READING_SIZE + 1),
      page.direction === "first" ? summariseInvoices(tx, viewer, listing.filter, previousVisitAt) : null,
    ]),
  );
  const reader = {
    timeZone: supplier.timeZone,
    lastVisitAt: previousVisitAt,
    listQuery: writeInvoiceQuery(query),
    filter: listing.filter,
    nameOf: companyNames([]),
  };
  const shown = found.slice(0, READING_SIZE);
  const rows = shown.map((entry): ReadingRow => ({
    ...registerRow({ ...entry, account: null }, reader),
    readingHref: readingPath(query, entry.id),
    originalHref: originalPath(entry.id),
    isPdf: entry.format !== "cii" && entry.format !== "ubl",
  }));
  const last = shown.at(-1);
  const at = searchParam(params, "at");
  const total = summary && summary.reduce((sum, { count }) => sum + count, 0);
  return {
    listHref: listPath(query),
    rows,
    elsewhereHref:
      isUuid(at) && rows.every(({ id }) => id !== at) ? invoicePath(at, writeInvoiceQuery(query)) : null,
    current: rows.find(({ id }) => id === at) ?? rows[0] ?? null,
    count: total === null || total > COUNT_LIMIT ? null : total,
    nextHref:
      last && found.length > READING_SIZE
        ? readingPath({ ...query, page: { direction: "after", cursor: cursorAt(last, sort.by) } })
        : null,
  };
}
