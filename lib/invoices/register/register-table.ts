import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { InvoiceSort, SortKey } from "@/lib/invoices/filter/invoice-sort";
import { monthRange } from "@/lib/months";
import type { Count, CurrencyTotal, InvoiceSummary, MonthSummary } from "./invoice-summary";
import type { Register } from "./open-register";
import { type RegisterRow, registerRow } from "./register-row";

/** The current sort, and the link of each column head. */
export interface RegisterSort extends InvoiceSort {
  hrefs: Readonly<Record<SortKey, string>>;
}

/** The figures of one month of the list. */
export interface RegisterMonth extends Omit<MonthSummary, "remaining"> {
  /** Invoices not downloaded by the user, with their download; null when there are none or counting stopped. */
  remaining: { count: number; href: string } | null;
}

/** Whether a list contains credit notes (all totals are net of them): none, some, or nothing else. */
export type CreditNotesAmong = "none" | "some" | "all";

/** The rows of the page, and the totals of all pages of the list. */
export interface RegisterTable {
  /** In the order of the list. */
  rows: RegisterRow[];
  sort: RegisterSort;
  /** By `YYYY-MM`; above COUNT_LIMIT the older ones are left out. */
  months: Readonly<Record<string, RegisterMonth>>;
  count: Count;
  creditNotes: CreditNotesAmong;
  /** Empty when there are more than COUNT_LIMIT invoices. */
  totals: CurrencyTotal[];
}

export function registerTable(register: Register, lastVisitAt: Date | null): RegisterTable {
  const { list, query, supplier } = register;
  const reader = { timeZone: supplier.timeZone, lastVisitAt, listQuery: writeInvoiceQuery(query) };
  return {
    rows: list.rows.map((entry) => registerRow(entry, reader)),
    sort: { ...query.sort, hrefs: sortHrefs(query) },
    months: Object.fromEntries(
      Object.entries(list.months).map(([month, summary]) => [month, registerMonth(register, month, summary)]),
    ),
    count: { value: list.count, isCapped: list.hasMore },
    creditNotes: creditNotesAmong(list),
    totals: list.totals,
  };
}

export function creditNotesAmong({
  count,
  creditNotes,
}: Pick<InvoiceSummary, "count" | "creditNotes">): CreditNotesAmong {
  if (creditNotes === 0) return "none";
  return creditNotes === count ? "all" : "some";
}

/** Builds the link of each column head: largest first; on the current sort column it reverses the order. */
function sortHrefs(query: InvoiceQuery): Record<SortKey, string> {
  const { sort } = query;
  const hrefOf = (by: SortKey) =>
    listPath({
      ...query,
      sort: { by, isAscending: sort.by === by && !sort.isAscending },
      page: { direction: "first" },
    });
  return { date: hrefOf("date"), due: hrefOf("due"), number: hrefOf("number"), amount: hrefOf("amount") };
}

function registerMonth({ effective, query }: Register, month: string, summary: MonthSummary): RegisterMonth {
  const { remaining } = summary;
  const href = () => exportPath("zip", { filter: notDownloadedIn(month, effective), scope: query.scope });
  return { ...summary, remaining: remaining ? { count: remaining, href: href() } : null };
}

/** Limits a filter to the invoices of one month that are not downloaded yet. */
function notDownloadedIn(month: string, filter: InvoiceFilter): InvoiceFilter {
  const { from, to } = monthRange(month);
  return {
    ...filter,
    from: filter.from !== null && filter.from > from ? filter.from : from,
    to: filter.to !== null && filter.to < to ? filter.to : to,
    isNew: true,
  };
}
