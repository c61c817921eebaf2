import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { InvoiceSort, SortKey } from "@/lib/invoices/filter/invoice-sort";
import { monthRange } from "@/lib/months";
import type { Count, CurrencyTotal, InvoiceSummary, MonthSummary } from "./invoice-summary";
import type { Register } from "./open-register";
import { type RegisterRow, registerRow } from "./register-row";

/** How the list is sorted, and the list that each column's head opens. */
export interface RegisterSort extends InvoiceSort {
  hrefs: Readonly<Record<SortKey, string>>;
}

/** What one month of the list holds. */
export interface RegisterMonth extends Omit<MonthSummary, "remaining"> {
  /** Those the reader has not downloaded, and their download; null when there are none or counting stopped. */
  remaining: { count: number; href: string } | null;
}

/** Whether credit notes are in a list (all totals are net of them), or are all it holds. */
export type CreditNotesAmong = "none" | "some" | "all";

/** The page's invoices, and what all pages of the list come to. */
export interface RegisterTable {
  /** In the order of the list. */
  rows: RegisterRow[];
  sort: RegisterSort;
  /** By `YYYY-MM`; past COUNT_LIMIT the older ones are left out. */
  months: Readonly<Record<string, RegisterMonth>>;
  count: Count;
  creditNotes: CreditNotesAmong;
  /** Empty when there are too many to add up. */
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

/** A column's head sorts from the largest down; that of the column in force turns the order around. */
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

/** What a month holds of a filter's invoices that is not downloaded yet. */
function notDownloadedIn(month: string, filter: InvoiceFilter): InvoiceFilter {
  const { from, to } = monthRange(month);
  return {
    ...filter,
    from: filter.from !== null && filter.from > from ? filter.from : from,
    to: filter.to !== null && filter.to < to ? filter.to : to,
    isNew: true,
  };
}
