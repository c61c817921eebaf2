import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { displayHistoryMonths, shownSince } from "@/lib/invoices/filter/display-history";
import { effectiveFilter } from "@/lib/invoices/filter/effective-filter";
import type { InvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { ListedInvoice } from "@/lib/invoices/register/select-invoices";
import { accountsInScope, type ScopedAccount } from "@/lib/persons/accounts-in-scope";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { findNeighbours, type Neighbours } from "./find-neighbours";

/** Finds the previous and next invoice in the list of the query: of this company, or of all the person may open. */
export async function openNeighbours(
  session: ReaderSession,
  invoice: ListedInvoice,
  { filter, sort, scope }: InvoiceQuery,
): Promise<Neighbours<ScopedAccount>> {
  const today = todayIn(session.supplier.timeZone, now().getTime());
  const since = shownSince(today, await displayHistoryMonths(session));
  const accounts = await accountsInScope(session, scope, filter.company);
  return findNeighbours(accounts, { filter: effectiveFilter(filter, since), sort }, invoice);
}
