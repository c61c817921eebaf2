import type { CustomerSession } from "@/lib/auth/current-session";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { accountsInScope, type ScopedAccount } from "@/lib/persons/accounts-in-scope";
import { findSupplier } from "@/lib/suppliers/find-supplier";
import { shownSince } from "./display-history";
import { effectiveFilter } from "./effective-filter";
import { findNeighbours, type Neighbours } from "./find-neighbours";
import type { InvoiceQuery } from "./invoice-query";
import type { ListedInvoice } from "./select-invoices";

/** The invoices beside this one in the list the query describes: of this company, or of all that the person may open. */
export async function openNeighbours(
  session: CustomerSession,
  invoice: ListedInvoice,
  { filter, sort, scope }: InvoiceQuery,
): Promise<Neighbours<ScopedAccount>> {
  const { slug, timeZone } = session.supplier;
  const months = session.historyMonths ?? (await findSupplier(slug))?.defaultHistoryMonths ?? 0;
  const since = shownSince(todayIn(timeZone, now().getTime()), months);
  const accounts = await accountsInScope(session, scope);
  return findNeighbours(accounts, { filter: effectiveFilter(filter, since), sort }, invoice);
}
