import type { CustomerSession } from "@/lib/auth/current-session";
import { now } from "@/lib/clock";
import { todayIn, type PlainDate } from "@/lib/dates";
import { findSupplier, type Supplier } from "@/lib/suppliers/find-supplier";
import { shownSince } from "./display-history";
import { readInvoiceQuery, type InvoiceQuery } from "./invoice-query";
import { listInvoices, type InvoiceList } from "./list-invoices";

/** A customer's list as it opens: which period, why, and what is in it. */
export interface Register {
  supplier: Supplier;
  query: InvoiceQuery;
  /** The user's display history, or the supplier's default. */
  historyMonths: number;
  historySince: PlainDate;
  list: InvoiceList;
}

/** Opens the list of the URL's query; without an explicit period, the display history applies (R14). */
export async function openRegister(
  session: CustomerSession,
  params: Record<string, string | string[] | undefined>,
): Promise<Register> {
  const supplier = await findSupplier(session.supplier.slug);
  if (!supplier) throw new Error("A session without a supplier.");
  const query = readInvoiceQuery(params);
  const historyMonths = session.historyMonths ?? supplier.defaultHistoryMonths;
  const historySince = shownSince(todayIn(supplier.timeZone, now().getTime()), historyMonths);
  const isExplicit = query.from !== null || query.to !== null;
  const period = isExplicit ? { from: query.from, to: query.to } : { from: historySince, to: null };
  const list = await listInvoices(session.viewer, period, query.page);
  return { supplier, query, historyMonths, historySince, list };
}
