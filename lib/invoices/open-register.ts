import type { CustomerSession } from "@/lib/auth/current-session";
import { withViewer } from "@/lib/auth/with-viewer";
import { now } from "@/lib/clock";
import { todayIn, type PlainDate } from "@/lib/dates";
import { findSupplier, type Supplier } from "@/lib/suppliers/find-supplier";
import { shownSince } from "./display-history";
import { effectiveFilter } from "./effective-filter";
import type { InvoiceFilter, SearchParams } from "./invoice-filter";
import { readInvoiceQuery, type InvoiceQuery } from "./invoice-query";
import { readList, type InvoiceList } from "./list-invoices";
import { listSavedFilters } from "./list-saved-filters";
import type { SavedFilter } from "./saved-filter";

/** A customer's list as it opens: what is asked for, what that means today, and what is in it. */
export interface Register {
  supplier: Supplier;
  query: InvoiceQuery;
  /** The query's filter, within the display history where it applies. */
  effective: InvoiceFilter;
  /** The supplier's day. */
  today: PlainDate;
  /** The user's display history, or the supplier's default. */
  historyMonths: number;
  historySince: PlainDate;
  list: InvoiceList;
  savedFilters: SavedFilter[];
}

/** Opens the list of the URL's query, in one transaction whose queries travel together. */
export async function openRegister(session: CustomerSession, params: SearchParams): Promise<Register> {
  const supplier = await findSupplier(session.supplier.slug);
  if (!supplier) throw new Error("A session without a supplier.");
  const query = readInvoiceQuery(params);
  const today = todayIn(supplier.timeZone, now().getTime());
  const historyMonths = session.historyMonths ?? supplier.defaultHistoryMonths;
  const historySince = shownSince(today, historyMonths);
  const effective = effectiveFilter(query.filter, historySince);
  const { sort, page } = query;
  const listing = { filter: effective, sort, page, lastVisitAt: session.previousVisitAt };
  const [list, savedFilters] = await withViewer(session.viewer, (tx) =>
    Promise.all([readList(tx, session.viewer, listing), listSavedFilters(tx, session.viewer)]),
  );
  return { supplier, query, effective, today, historyMonths, historySince, list, savedFilters };
}
