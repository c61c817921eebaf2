import type { Transaction } from "@/db/transaction";
import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { type PlainDate, todayIn } from "@/lib/dates";
import { type SearchParams } from "@/lib/http/search-params";
import { shownSince } from "@/lib/invoices/filter/display-history";
import { effectiveFilter } from "@/lib/invoices/filter/effective-filter";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { type InvoiceQuery, readInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { readsAllInvoices } from "@/lib/invoices/filter/reads-all-invoices";
import { listSavedFilters } from "@/lib/invoices/saved-filters/list-saved-filters";
import type { SavedFilter } from "@/lib/invoices/saved-filters/saved-filter";
import { ofCompany, type ScopedAccount } from "@/lib/persons/accounts-in-scope";
import { readOwnAccounts } from "@/lib/persons/list-own-accounts";
import { accountOfSession, type OwnAccount } from "@/lib/persons/own-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { type Supplier, supplierOfSession } from "@/lib/suppliers/find-supplier";
import type { InvoiceList, InvoiceListing } from "./invoice-list";
import { type JointList, listAcrossAccounts, type OwnedEntry } from "./list-across-accounts";
import { readList } from "./list-invoices";
import type { PageSize } from "./page-size";

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
  list: InvoiceList<OwnedEntry<OwnAccount | null>> & Partial<Pick<JointList<OwnAccount>, "companies">>;
  /** All accounts the person may open, including this one. */
  ownAccounts: OwnAccount[];
  savedFilters: SavedFilter[];
}

/** Reads something else of each account of the list, in the same transaction. */
export type ReadBeside<Beside> = (tx: Transaction, account: ScopedAccount) => Promise<Beside>;

/**
 * Opens the list that the URL asks for: of this account, in one transaction, or of all accounts of the person, each
 * read as its own user in one more.
 */
export async function openRegister<Beside>(
  session: ReaderSession,
  params: SearchParams,
  size: PageSize,
  readBeside: ReadBeside<Beside>,
): Promise<{ register: Register; beside: Beside[] }> {
  const query = readInvoiceQuery(params);
  const today = todayIn(session.supplier.timeZone, now().getTime());
  const listingSince = (historySince: PlainDate): InvoiceListing => ({
    ...{ filter: effectiveFilter(query.filter, historySince), sort: query.sort, page: query.page },
    ...{ size, lastVisitAt: session.previousVisitAt },
  });
  const isOwn = query.scope === "own";
  const { viewer } = session;
  const read = isOwn && readsAllInvoices(query) ? withSearch : withViewer;
  const [surroundings, own] = await read(viewer, (tx) => {
    const history = openHistory(tx, session, today);
    return Promise.all([
      Promise.all([history, readOwnAccounts(tx, session), listSavedFilters(tx, viewer)]),
      isOwn
        ? Promise.all([
            history.then(({ since }) => readList(tx, viewer, listingSince(since))),
            readBeside(tx, accountOfSession(session)),
          ])
        : null,
    ]);
  });
  const [history, ownAccounts, savedFilters] = surroundings;
  const listing = listingSince(history.since);
  const { list, beside } = own
    ? { list: ofOneAccount(own[0]), beside: [own[1]] }
    : await listAcrossAccounts(ofCompany(ownAccounts, query.filter.company), listing, readBeside);
  return {
    register: {
      ...{ supplier: history.supplier, query, effective: listing.filter, today },
      ...{ historyMonths: history.months, historySince: history.since },
      ...{ list, savedFilters, ownAccounts },
    },
    beside,
  };
}

async function openHistory(tx: Transaction, session: ReaderSession, today: PlainDate) {
  const supplier = await supplierOfSession(session, tx);
  const months = session.historyMonths ?? supplier.defaultHistoryMonths;
  return { supplier, months, since: shownSince(today, months) };
}

const ofOneAccount = (list: InvoiceList): Register["list"] => ({
  ...list,
  rows: list.rows.map((row) => ({ ...row, account: null })),
});
