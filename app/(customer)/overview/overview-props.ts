import type { Comparison, MonthShown, NameShown, SpendShown } from "@/components/overview/overview-data";
import type { Choice } from "@/components/ui/switch";
import { EMPTY_FILTER, type InvoiceFilter, writeInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { monthRange } from "@/lib/months";
import type { YearComparison } from "@/lib/overview/compare-years";
import type { Overview } from "@/lib/overview/open-overview";
import type { OverviewMonth } from "@/lib/overview/overview-month";
import { type OverviewQuery, writeOverviewQuery } from "@/lib/overview/overview-query";
import { documentsOf, netOf, type Spend } from "@/lib/overview/spend";
import type { NameSpend } from "@/lib/overview/sum-by-name";

export function spendShown(spend: Spend, currency: string): SpendShown {
  return {
    invoices: { minor: spend.invoicesMinor, currency },
    creditNotes: { minor: spend.creditNotesMinor, currency },
    net: { minor: netOf(spend), currency },
    invoiceCount: spend.invoiceCount,
    creditNoteCount: spend.creditNoteCount,
  };
}

export function monthShown(month: OverviewMonth, { currency, months }: Overview): MonthShown {
  return {
    ...spendShown(month, currency),
    month: month.month,
    isCurrent: month === months.at(-1),
    href: documentsOf(month) > 0 ? listHref(monthRange(month.month)) : null,
  };
}

export function nameShown(line: NameSpend, overview: Overview, months: readonly OverviewMonth[]): NameShown {
  const { currency, dimension, query } = overview;
  const { kind, name, names } = line;
  return {
    ...spendShown(line, currency),
    kind,
    name,
    names,
    href:
      kind === "named"
        ? listHref({
            [dimension]: name,
            from: monthRange(months.at(0)?.month ?? "").from,
            to: monthRange(months.at(-1)?.month ?? "").to,
          })
        : kind === "others" && !query.showsAll
          ? href(query, { showsAll: true })
          : null,
  };
}

export function comparisonShown(year: YearComparison, currency: string): Comparison {
  const { currentMinor, beforeMinor, ...rest } = year;
  return {
    ...rest,
    current: { minor: currentMinor, currency },
    before: beforeMinor === null ? null : { minor: beforeMinor, currency },
  };
}

export const currencyChoices = ({ query, currencies, currency }: Overview): Choice[] =>
  currencies.map((one) => ({
    label: one,
    href: href(query, { currency: one, showsAll: false }),
    isCurrent: one === currency,
  }));

export const dimensionChoices = (
  { query, dimension }: Overview,
  words: Record<"contract" | "vehicle", string>,
): Choice[] =>
  (["vehicle", "contract"] as const).map((by) => ({
    label: words[by],
    href: href(query, { by, showsAll: false }),
    isCurrent: by === dimension,
  }));

const href = (query: OverviewQuery, change: Partial<OverviewQuery>) =>
  `/overview${writeOverviewQuery({ ...query, ...change })}`;

/** Returns the link that exports all documents counted on the page, in every currency. */
export function exportHref({ months }: Overview): string {
  const { from } = monthRange(months.at(0)?.month ?? "");
  const { to } = monthRange(months.at(-1)?.month ?? "");
  return `/invoices/export?format=xlsx&${writeInvoiceFilter({ ...EMPTY_FILTER, from, to })}`;
}

const listHref = (filter: Partial<InvoiceFilter>) =>
  `/invoices?${writeInvoiceFilter({ ...EMPTY_FILTER, ...filter })}`;
