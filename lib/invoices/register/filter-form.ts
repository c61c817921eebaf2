import { formatDate } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { type FilterFault, findFilterFaults } from "@/lib/invoices/filter/filter-faults";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { writeSort, WRITTEN_SORTS, type WrittenSort } from "@/lib/invoices/filter/invoice-sort";
import { QUICK_PERIODS, quickPeriod, type QuickPeriodName } from "@/lib/invoices/filter/quick-periods";
import { LANGUAGES } from "@/lib/language-formats";
import type { Locale } from "@/lib/languages";
import { monthRange, monthsBack } from "@/lib/months";
import type { Register } from "./open-register";
import { ALL_DATES, NO_PERIOD, ofPeriod } from "./period-notice";

type Bounds = Pick<InvoiceFilter, "from" | "to">;

/** A text field of the form: its content, and the reason why it could not be read. */
export interface FilterField {
  value: string;
  fault?: FilterFault | undefined;
}

/** The link to a predefined period. */
interface QuickPeriod {
  name: QuickPeriodName | "history" | "everything";
  url: string;
  isCurrent: boolean;
}

/** The data of the search form, filled in from the URL. */
export interface FilterForm {
  q: string;
  from: FilterField;
  to: FilterField;
  type: "invoice" | "credit_note" | null;
  min: FilterField;
  max: FilterField;
  contract: string;
  vehicle: string;
  isNew: boolean;
  /** The `sort` parameter of the URL, and its possible values. */
  sort: WrittenSort;
  sorts: readonly WrittenSort[];
  /** The parameters that no visible field of the form sends. */
  kept: [name: string, value: string][];
  /** The list of the invoices not taken yet. */
  newUrl: string;
  historyMonths: number;
  periods: QuickPeriod[];
  /** The months within retention, `YYYY-MM`, newest first. */
  months: string[];
  /** The month shown by the list; "" for another period. */
  currentMonth: string;
  /** The other parameters of the URL, sent as hidden fields by the separate form of the month picker. */
  keptBesideMonth: [name: string, value: string][];
}

/** Fills in the form from the URL. A field that could not be read keeps the typed text and gets the reason. */
export function filterForm(
  {
    query,
    today,
    historyMonths,
    supplier,
  }: Pick<Register, "query" | "today" | "historyMonths"> & { supplier: { retentionMonths: number } },
  params: SearchParams,
  locale: Locale,
): FilterForm {
  const { filter } = query;
  const faults = findFilterFaults(params);
  const day = (name: "from" | "to"): FilterField => ({
    // Day first in both languages, because the field is parsed in this order.
    value: filter[name] === null ? searchParam(params, name) : formatDate(filter[name], "fr"),
    fault: faults[name],
  });
  const amount = (name: "min" | "max"): FilterField => ({
    value: filter[name] === null ? searchParam(params, name) : typedDecimal(filter[name], locale),
    fault: faults[name],
  });
  const { from, to, type, contract, vehicle, isNew } = filter;
  const isShown = (range: Bounds) => range.from === from && range.to === to;
  const period = (name: QuickPeriod["name"], range: Bounds): QuickPeriod => ({
    name,
    url: listPath(ofPeriod(query, range)),
    isCurrent: isShown(range),
  });
  const months = monthsBack(today, supplier.retentionMonths);
  return {
    q: filter.q ?? "",
    from: day("from"),
    to: day("to"),
    type,
    min: amount("min"),
    max: amount("max"),
    contract: contract ?? "",
    vehicle: vehicle ?? "",
    isNew,
    sort: writeSort(query.sort),
    sorts: WRITTEN_SORTS,
    kept: keptOutside(query),
    newUrl: listPath({ ...query, filter: { ...filter, isNew: true }, page: { direction: "first" } }),
    historyMonths,
    periods: [
      period("history", NO_PERIOD),
      ...QUICK_PERIODS.map((name) => period(name, quickPeriod(name, today))),
      period("everything", ALL_DATES),
    ],
    months,
    currentMonth: months.find((month) => isShown(monthRange(month))) ?? "",
    keptBesideMonth: keptBesideMonth(query),
  };
}

/** The company and the reading states are chosen by links: a search keeps them. */
function keptOutside({ scope, filter }: InvoiceQuery): [string, string][] {
  const { company, isNew, isUnread } = filter;
  return [
    ...(scope === "all" ? [["scope", scope] satisfies [string, string]] : []),
    ...(company === null ? [] : [["company", company] satisfies [string, string]]),
    ...(isNew ? [["new", "1"] satisfies [string, string]] : []),
    ...(isUnread ? [["unread", "1"] satisfies [string, string]] : []),
  ];
}

function keptBesideMonth(query: InvoiceQuery): [string, string][] {
  const filter = { ...query.filter, from: null, to: null };
  return [...new URLSearchParams(writeInvoiceQuery({ ...query, filter, page: { direction: "first" } }))];
}

const typedDecimal = (decimal: string, locale: Locale) => decimal.replace(".", LANGUAGES[locale].decimalMark);
