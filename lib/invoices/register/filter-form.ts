import { formatDate } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { type FilterFault, findFilterFaults } from "@/lib/invoices/filter/filter-faults";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { writeSort, WRITTEN_SORTS, type WrittenSort } from "@/lib/invoices/filter/invoice-sort";
import { QUICK_PERIODS, quickPeriod, type QuickPeriodName } from "@/lib/invoices/filter/quick-periods";
import { LANGUAGES, type Locale } from "@/lib/languages";
import { type DateRange, monthRange, monthsBack } from "@/lib/months";
import type { Register } from "./open-register";

/** A text field of the form: its content, and the reason why it could not be read. */
export interface FilterField {
  value: string;
  fault?: FilterFault | undefined;
}

/** The link to a predefined period. */
interface QuickPeriod {
  name: QuickPeriodName;
  href: string;
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
  /** The list covers all companies the person may open. */
  isAllCompanies: boolean;
  /** The number of active filters, without the search text. */
  activeCount: number;
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
  { query, today, supplier }: Pick<Register, "query" | "today"> & { supplier: { retentionMonths: number } },
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
  const { from, to, type, contract, vehicle, min, max, isNew } = filter;
  const isShown = (range: DateRange) => range.from === from && range.to === to;
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
    isAllCompanies: query.scope === "all",
    activeCount: [from ?? to, type, contract, vehicle, min, max, isNew || null].filter((one) => one !== null)
      .length,
    periods: QUICK_PERIODS.map((name) => {
      const range = quickPeriod(name, today);
      return {
        name,
        href: listPath({ ...query, filter: { ...filter, ...range }, page: { direction: "first" } }),
        isCurrent: isShown(range),
      };
    }),
    months,
    currentMonth: months.find((month) => isShown(monthRange(month))) ?? "",
    keptBesideMonth: keptBesideMonth(query),
  };
}

function keptBesideMonth(query: InvoiceQuery): [string, string][] {
  const filter = { ...query.filter, from: null, to: null };
  return [...new URLSearchParams(writeInvoiceQuery({ ...query, filter, page: { direction: "first" } }))];
}

const typedDecimal = (decimal: string, locale: Locale) => decimal.replace(".", LANGUAGES[locale].decimalMark);
