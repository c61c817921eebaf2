import { exportPath, filteredListPath } from "@/lib/invoices/filter/invoice-paths";
import type { Minor } from "@/lib/money";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";
import { monthRange } from "@/lib/months";
import type { YearComparison } from "./compare-years";
import type { Overview } from "./open-overview";
import type { OverviewMonth } from "./overview-month";
import { type Dimension, type OverviewQuery, writeOverviewQuery } from "./overview-query";
import { documentsOf, netOf, type Spend, totalOf } from "./spend";
import type { NameSpend } from "./sum-by-name";

export interface SpendView extends Spend {
  netMinor: Minor;
}

/** A month `YYYY-MM` with the link to its documents; `href` is null when it has none. */
export interface MonthView extends SpendView {
  month: string;
  href: string | null;
  /** The unfinished month. */
  isCurrent: boolean;
}

/** One of the last twelve months, with the same month of the year before. */
export interface MonthPair {
  now: MonthView;
  before: MonthView;
}

/** A line of the breakdown; a named line links to its documents, `others` to the page with all lines. */
export interface NameView extends NameSpend {
  netMinor: Minor;
  href: string | null;
}

/** The remarkable months among the twelve of the chart, by their invoices. */
export interface MonthFindings {
  /** Among finished months with documents; null without any, and the same month when there is only one. */
  highest: MonthView | null;
  lowest: MonthView | null;
  /** Finished months without a document, after the first month with one. */
  gaps: string[];
  /** The unfinished month, if it is one of the twelve. */
  unfinished: string | null;
}

/** The data of the page `/overview`; all amounts are in `currency`. */
export interface OverviewView {
  currency: string;
  currencies: { name: string; href: string; isCurrent: boolean }[];
  /** A workbook of all documents counted on the page, in every currency. */
  exportHref: string;
  /** Oldest first. */
  pairs: MonthPair[];
  findings: MonthFindings;
  /** All 24 months, newest first, and their total. */
  months: MonthView[];
  monthsTotal: SpendView;
  year: YearComparison | null;
  /** The total of the last twelve months, which is also that of the breakdown. */
  total: SpendView;
  dimension: Dimension;
  dimensions: { by: Dimension; href: string; isCurrent: boolean }[];
  names: NameView[];
  /** The corrective invoices of all months. They replace the invoices they refer to, but both are counted. */
  correctiveCount: number;
}

/** Builds the data of the page from the account's sums: totals, pairs of months, findings, and links. */
export function overviewView(overview: Overview): OverviewView {
  const { query, currency, months, dimension } = overview;
  const latest = months.slice(-BREAKDOWN_MONTHS);
  const shown = months.map((month) => monthView(month, month === months.at(-1)));
  const pairs = shown
    .slice(-BREAKDOWN_MONTHS)
    .map((now, index) => ({ now, before: shown[index + shown.length - 2 * BREAKDOWN_MONTHS] ?? now }));
  return {
    currency,
    currencies: overview.currencies.map((name) => ({
      name,
      href: overviewHref(query, { currency: name, showsAll: false }),
      isCurrent: name === currency,
    })),
    exportHref: exportPath("xlsx", { filter: spanOf(months), scope: "own" }),
    pairs,
    findings: findingsOf(pairs.map(({ now }) => now)),
    months: shown.toReversed(),
    monthsTotal: withNet(totalOf(months)),
    year: overview.comparison,
    total: withNet(totalOf(latest)),
    dimension,
    dimensions: (["vehicle", "contract"] as const).map((by) => ({
      by,
      href: overviewHref(query, { by, showsAll: false }),
      isCurrent: by === dimension,
    })),
    names: overview.names.map((line) => ({
      ...line,
      netMinor: netOf(line),
      href: nameHref(line, overview, latest),
    })),
    correctiveCount: months.reduce((count, month) => count + month.correctiveCount, 0),
  };
}

const withNet = <T extends Spend>(spend: T) => ({ ...spend, netMinor: netOf(spend) });

function monthView({ correctiveCount: _, ...month }: OverviewMonth, isCurrent: boolean): MonthView {
  const href = documentsOf(month) > 0 ? filteredListPath(monthRange(month.month)) : null;
  return { ...withNet(month), isCurrent, href };
}

function nameHref(line: NameSpend, overview: Overview, months: readonly OverviewMonth[]): string | null {
  if (line.kind === "named") return filteredListPath({ [overview.dimension]: line.name, ...spanOf(months) });
  const isCut = line.kind === "others" && !overview.query.showsAll;
  return isCut ? overviewHref(overview.query, { showsAll: true }) : null;
}

function findingsOf(months: readonly MonthView[]): MonthFindings {
  const finished = months.filter(({ isCurrent }) => !isCurrent);
  const present = finished.filter(({ href }) => href !== null);
  const first = months.find(({ href }) => href !== null)?.month ?? "";
  return {
    highest: best(present, (a, b) => a > b),
    lowest: best(present, (a, b) => a < b),
    gaps: finished.flatMap(({ href, month }) => (href === null && month > first ? [month] : [])),
    unfinished: months.find(({ isCurrent }) => isCurrent)?.month ?? null,
  };
}

/** Returns the month whose sum of invoices is the best by `isBetter`; if several are equal, the earliest. */
function best(months: readonly MonthView[], isBetter: (a: Minor, b: Minor) => boolean): MonthView | null {
  return months.reduce<MonthView | null>(
    (found, one) => (found === null || isBetter(one.invoicesMinor, found.invoicesMinor) ? one : found),
    null,
  );
}

/** Returns the period from the first day of the first month to the last day of the last one. */
function spanOf(months: readonly OverviewMonth[]): { from: string; to: string } {
  return {
    from: monthRange(months.at(0)?.month ?? "").from,
    to: monthRange(months.at(-1)?.month ?? "").to,
  };
}

const overviewHref = (query: OverviewQuery, change: Partial<OverviewQuery>) =>
  `/overview${writeOverviewQuery({ ...query, ...change })}`;
