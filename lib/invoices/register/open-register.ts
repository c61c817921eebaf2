import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { type PlainDate, todayIn } from "@/lib/dates";
import { type SearchParams } from "@/lib/http/search-params";
import { displayHistoryMonths, shownSince } from "@/lib/invoices/filter/display-history";
import { effectiveFilter } from "@/lib/invoices/filter/effective-filter";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { type InvoiceQuery, readInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { readsAllInvoices } from "@/lib/invoices/filter/reads-all-invoices";
import { listSavedFilters } from "@/lib/invoices/saved-filters/list-saved-filters";
import type { SavedFilter } from "@/lib/invoices/saved-filters/saved-filter";
import { listOwnAccounts } from "@/lib/persons/list-own-accounts";
import type { OwnAccount } from "@/lib/persons/own-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { type Supplier, supplierOfSession } from "@/lib/suppliers/find-supplier";
import { type InvoiceList } from "./invoice-list";
import { listAcrossAccounts, type OwnedEntry } from "./list-across-accounts";
import { readList } from "./list-invoices";

/** The list of a customer: the query, the values that depend on the current day, and the result. */
export interface Register {
  supplier: Supplier;
  query: InvoiceQuery;
  /** The query's filter, limited to the display history when it applies. */
  effective: InvoiceFilter;
  /** The current day in the supplier's time zone. */
  today: PlainDate;
  /** The user's display history, or the supplier's default. */
  historyMonths: number;
  historySince: PlainDate;
  /** Each row has its account when the list covers several; else null. */
  list: InvoiceList<OwnedEntry<OwnAccount | null>>;
  /** All accounts the person may open, including this one. */
  ownAccounts: OwnAccount[];
  savedFilters: SavedFilter[];
}

const ofOneAccount = (list: InvoiceList): Register["list"] => ({
  ...list,
  rows: list.rows.map((row) => ({ ...row, account: null })),
});

/**
 * Opens the list that the URL asks for: of this account, or of all accounts of the person, each read as its own user.
 */
export async function openRegister(session: ReaderSession, params: SearchParams): Promise<Register> {
  const supplier = await supplierOfSession(session);
  const query = readInvoiceQuery(params);
  const today = todayIn(supplier.timeZone, now().getTime());
  const historyMonths = await displayHistoryMonths(session);
  const historySince = shownSince(today, historyMonths);
  const effective = effectiveFilter(query.filter, historySince);
  const { sort, page } = query;
  const listing = { filter: effective, sort, page, lastVisitAt: session.previousVisitAt };
  const { viewer } = session;
  const read = query.scope === "own" && readsAllInvoices(listing) ? withSearch : withViewer;
  const [ownAccounts, [ownList, savedFilters]] = await Promise.all([
    listOwnAccounts(session),
    read(viewer, (tx) =>
      Promise.all([
        query.scope === "own" ? readList(tx, viewer, listing) : null,
        listSavedFilters(tx, viewer),
      ]),
    ),
  ]);
  const list = ownList ? ofOneAccount(ownList) : await listAcrossAccounts(ownAccounts, listing);
  return {
    supplier,
    query,
    effective,
    today,
    historyMonths,
    historySince,
    list,
    savedFilters,
    ownAccounts,
  };
}
