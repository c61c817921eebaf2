import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { InvoiceSort, SortKey } from "@/lib/invoices/filter/invoice-sort";
import { monthRange } from "@/lib/months";
import { companyNames } from "./company-choice";
import { filterChips } from "./filter-chips";
import type { Count, CurrencyTotal, InvoiceSummary, MonthSummary } from "./invoice-summary";
import type { Register } from "./open-register";
import { type RegisterRow, registerRow } from "./register-row";

/** The current sort, and the link of each column head. */
export interface RegisterSort extends InvoiceSort {
  hrefs: Readonly<Record<SortKey, string>>;
}

/** The figures of one month of the list. */
export interface RegisterMonth extends Omit<MonthSummary, "remaining"> {
  /** Invoices not taken by the user, with their download; null when there are none or counting stopped. */
  remaining: { count: number; href: string } | null;
}

/** Whether a list contains credit notes (all totals are net of them): none, some, or nothing else. */
export type CreditNotesAmong = "none" | "some" | "all";

/** The columns of the list, in order; those that no invoice of the list fills are left out. */
export type RegisterColumn =
  "reading" | "issuedOn" | "number" | "company" | "contract" | "vehicle" | "dueOn" | "withoutVat" | "withVat";

/** The figures of one company in the list of several. */
interface CompanyTotals {
  name: string;
  count: Count;
  creditNotes: number;
  totals: CurrencyTotal[];
  /** The list of this company alone. */
  url: string;
  /** The originals of this company: those not taken by the user, or all when none or all of them are. */
  take: { count: number; isRemaining: boolean; url: string } | null;
}

/** The rows of the page, and the totals of all pages of the list. */
export interface RegisterTable {
  columns: RegisterColumn[];
  /** In the order of the list. */
  rows: RegisterRow[];
  /** Whether the rows are grouped by month: sorted by date, with several months, and several rows in one of them. */
  isByMonth: boolean;
  /** The companies of the list with invoices in it; empty for a list of one company. */
  companies: CompanyTotals[];
  sort: RegisterSort;
  /** By `YYYY-MM`; above COUNT_LIMIT the older ones are left out. */
  months: Readonly<Record<string, RegisterMonth>>;
  count: Count;
  creditNotes: CreditNotesAmong;
  /** Whether anything but the display history narrows the list. */
  isFiltered: boolean;
  /** Empty when there are more than COUNT_LIMIT invoices. */
  totals: CurrencyTotal[];
}

export function registerTable(register: Register, lastVisitAt: Date | null): RegisterTable {
  const { list, query, supplier } = register;
  const reader = {
    timeZone: supplier.timeZone,
    lastVisitAt,
    listQuery: writeInvoiceQuery(query),
    filter: query.filter,
    nameOf: companyNames(register.ownAccounts),
  };
  const rows = list.rows.map((entry) => registerRow(entry, reader));
  return {
    columns: registerColumns(register, rows),
    rows,
    isByMonth: query.sort.by === "date" && isGrouped(rows, Object.keys(list.months)),
    companies: companyTotals(register),
    sort: { ...query.sort, hrefs: sortHrefs(query) },
    months: Object.fromEntries(
      Object.entries(list.months).map(([month, summary]) => [month, registerMonth(register, month, summary)]),
    ),
    count: { value: list.count, isCapped: list.hasMore },
    creditNotes: creditNotesAmong(list),
    isFiltered: filterChips(query, register.ownAccounts).length > 0,
    totals: list.totals,
  };
}

function registerColumns({ list, query }: Register, rows: readonly RegisterRow[]): RegisterColumn[] {
  const { filled } = list;
  // Above COUNT_LIMIT a page may contain invoices that were not counted.
  const shown: Record<RegisterColumn, boolean> = {
    reading: true,
    issuedOn: true,
    number: true,
    company: rows.some((row) => row.company !== null),
    contract: filled.contract || rows.some((row) => row.contracts.length > 0),
    vehicle: filled.vehicle || rows.some((row) => row.vehicles.length > 0),
    dueOn: filled.dueOn || query.sort.by === "due" || rows.some((row) => row.dueOn !== null),
    withoutVat: filled.withoutVat || rows.some((row) => row.signedWithoutVatMinor !== null),
    withVat: true,
  };
  return (Object.keys(shown) as RegisterColumn[]).filter((column) => shown[column]);
}

function isGrouped(rows: readonly RegisterRow[], months: readonly string[]): boolean {
  const shown = new Set(rows.map(({ issuedOn }) => issuedOn.slice(0, 7)));
  return months.length > 1 && shown.size < rows.length;
}

function companyTotals({ list, query, effective, ownAccounts }: Register): CompanyTotals[] {
  const nameOf = companyNames(ownAccounts);
  return (list.companies ?? [])
    .filter(({ summary }) => summary.count > 0)
    .map(({ account, summary }) => {
      const company = account.viewer.accountId;
      const isRemaining = summary.remaining > 0 && summary.remaining < summary.count;
      const filter = { ...effective, company, isNew: effective.isNew || isRemaining };
      return {
        name: nameOf(account),
        count: { value: summary.count, isCapped: summary.hasMore },
        creditNotes: summary.creditNotes,
        totals: summary.totals,
        url: listPath({ ...query, filter: { ...query.filter, company }, page: { direction: "first" } }),
        take: summary.hasMore
          ? null
          : {
              count: isRemaining ? summary.remaining : summary.count,
              isRemaining,
              url: exportPath("zip", { filter, scope: query.scope }),
            },
      };
    });
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
  const href = () => exportPath("zip", { filter: leftToTakeIn(month, effective), scope: query.scope });
  return { ...summary, remaining: remaining ? { count: remaining, href: href() } : null };
}

/** Limits a filter to the invoices of one month that are not taken yet. */
function leftToTakeIn(month: string, filter: InvoiceFilter): InvoiceFilter {
  const { from, to } = monthRange(month);
  return {
    ...filter,
    from: filter.from !== null && filter.from > from ? filter.from : from,
    to: filter.to !== null && filter.to < to ? filter.to : to,
    isNew: true,
  };
}
