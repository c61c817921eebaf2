import type { FilterField } from "@/components/invoices/filters/filter-values";
import type { RegisterFiltersProps } from "@/components/invoices/filters/register-filters";
import type { SavingRefusal } from "@/components/invoices/filters/saved-filters";
import { formatDate } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { findFilterFaults } from "@/lib/invoices/filter/filter-faults";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { writeSort } from "@/lib/invoices/filter/invoice-sort";
import { QUICK_PERIODS, quickPeriod } from "@/lib/invoices/filter/quick-periods";
import type { Register } from "@/lib/invoices/register/open-register";
import { LANGUAGES, type Locale } from "@/lib/languages";
import { type DateRange, monthRange, monthsBack } from "@/lib/months";

type Href = (change: Partial<InvoiceQuery>) => string;

/** What stands in the search form: what was typed, and where it could not be read, why. */
export function filterProps(
  { query, today, supplier }: Register,
  params: SearchParams,
  locale: Locale,
  href: Href,
): RegisterFiltersProps {
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
  const isPeriod = (range: DateRange) => range.from === from && range.to === to;
  const months = monthsBack(today, supplier.retentionMonths);
  return {
    values: {
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
    },
    activeCount: [from ?? to, type, contract, vehicle, min, max, isNew || null].filter((one) => one !== null)
      .length,
    periods: QUICK_PERIODS.map((name) => {
      const range = quickPeriod(name, today);
      return {
        name,
        href: href({ filter: { ...filter, ...range }, page: { direction: "first" } }),
        isCurrent: isPeriod(range),
      };
    }),
    months,
    currentMonth: months.find((month) => isPeriod(monthRange(month))) ?? "",
    kept: keptBesideMonth(query),
  };
}

/** What the month picker sends along, for the list to stay what it is but for its period. */
function keptBesideMonth(query: InvoiceQuery): [string, string][] {
  const elsewhen = { ...query, filter: { ...query.filter, from: null, to: null } };
  return [...new URLSearchParams(writeInvoiceQuery({ ...elsewhen, page: { direction: "first" } }))];
}

const typedDecimal = (decimal: string, locale: Locale) => decimal.replace(".", LANGUAGES[locale].decimalMark);

/** What the last action says, if it was about keeping a search. */
export function said(flash: Record<string, string>): { kind: "saved" | "removed"; name: string } | null {
  if (flash.saved !== undefined) return { kind: "saved", name: flash.saved };
  return flash.removed === undefined ? null : { kind: "removed", name: flash.removed };
}

const REFUSALS = ["name_missing", "name_too_long", "too_many", "too_often"] as const;

export function savingRefusal(flash: Record<string, string>): SavingRefusal | null {
  const reason = REFUSALS.find((one) => one === flash.refused);
  return reason === undefined ? null : { reason, name: flash.name ?? "" };
}
