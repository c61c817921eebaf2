import { formatDate } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { type FilterFault, findFilterFaults } from "@/lib/invoices/filter/filter-faults";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { writeSort } from "@/lib/invoices/filter/invoice-sort";
import { QUICK_PERIODS, quickPeriod, type QuickPeriodName } from "@/lib/invoices/filter/quick-periods";
import { LANGUAGES, type Locale } from "@/lib/languages";
import { type DateRange, monthRange, monthsBack } from "@/lib/months";
import type { Register } from "./open-register";

/** A line of text of the form: what stands in it, and why it could not be read. */
export interface FilterField {
  value: string;
  fault?: FilterFault | undefined;
}

/** A period one click away. */
interface QuickPeriod {
  name: QuickPeriodName;
  href: string;
  isCurrent: boolean;
}

/** The search form as the URL fills it in. */
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
  /** As URLs write it. */
  sort: string;
  /** Every company the person may open. */
  isAllCompanies: boolean;
  /** How many fields narrow the list, the search text left aside. */
  activeCount: number;
  periods: QuickPeriod[];
  /** The months the portal keeps, `YYYY-MM`, newest first. */
  months: string[];
  /** The month the list is about, "" for another period. */
  currentMonth: string;
  /** What else the URL says: the month picker is a form of its own that sends it along. */
  keptBesideMonth: [name: string, value: string][];
}

/** Fills in the form: where a field could not be read it holds what was typed, and why it was not understood. */
export function filterForm(
  { query, today, supplier }: Pick<Register, "query" | "today"> & { supplier: { retentionMonths: number } },
  params: SearchParams,
  locale: Locale,
): FilterForm {
  const { filter } = query;
  const faults = findFilterFaults(params);
  const day = (name: "from" | "to"): FilterField => ({
    // Day first in both languages: that is how the field reads it back.
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
