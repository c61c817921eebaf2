import { EMPTY_FILTER, type InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, listPath } from "@/lib/invoices/filter/invoice-paths";
import type { Minor } from "@/lib/money";
import type { PeriodComparison } from "./compare-periods";
import { MOST_WITH_LINES } from "./document-parts";
import { findingsOf, type MonthFindings, type MonthPair, monthPairs, type MonthView } from "./month-view";
import type { Overview } from "./open-overview";
import { type OverviewPeriod, type PeriodKind, PERIODS } from "./overview-period";
import { type Dimension, overviewPath, vehiclePath } from "./overview-query";
import { netOf, type SpendView, totalOf, withNet } from "./spend";
import { type KindSpend, NO_KINDS } from "./sum-by-kind";
import type { NameSpend } from "./sum-by-name";

/** A line of the breakdown; a vehicle links to its page, a contract to its documents, `others` to the whole page. */
export interface NameView extends NameSpend, KindSpend {
  netMinor: Minor;
  /** What the invoices are for besides rent and maintenance, or nobody can tell. */
  otherMinor: Minor;
  href: string | null;
}

/** A choice of the period. */
export interface PeriodChoice {
  kind: PeriodKind;
  year: string;
  href: string;
  isCurrent: boolean;
}

/** The data of the page `/overview`; all amounts are in `currency`. */
export interface OverviewView {
  currency: string;
  currencies: { name: string; href: string; isCurrent: boolean }[];
  periods: PeriodChoice[];
  period: OverviewPeriod;
  /** The list of all documents of the period. */
  listHref: string;
  /** The list of its credit notes. */
  creditNotesHref: string;
  /** A workbook of all documents counted on the page, in every currency. */
  exportHref: string;
  /** Oldest first. */
  pairs: MonthPair[];
  findings: MonthFindings;
  /** The months of the chart up to the current one, newest first, and their total. */
  tableMonths: MonthView[];
  tableTotal: SpendView;
  comparison: PeriodComparison;
  /** The total of the period, which is also that of the breakdown. */
  total: SpendView;
  /** In all currencies. */
  documentCount: number;
  /** Null when the lines were read; else the number of documents up to which they are. */
  linesReadUpTo: number | null;
  dimension: Dimension;
  dimensions: { by: Dimension; href: string; isCurrent: boolean }[];
  names: NameView[];
  /** The corrective invoices of the period. They replace the invoices they refer to, but both are counted. */
  correctiveCount: number;
}

/** Builds the data of the page from the sums: totals, pairs of months, findings, and links. */
export function overviewView(overview: Overview): OverviewView {
  const { query, currency, period, dimension, months, before } = overview;
  const listHref = (filter: Partial<InvoiceFilter>) =>
    listPath({
      filter: { ...EMPTY_FILTER, from: period.from, to: period.to, ...filter },
      scope: query.scope,
    });
  const pairs = monthPairs({ months, before, current: period.current, scope: query.scope, filter: {} });
  const table = tableOf(pairs, period.current);
  return {
    currency,
    currencies: overview.currencies.map((name) => ({
      name,
      href: overviewPath({ ...query, currency: name, showsAll: false }),
      isCurrent: name === currency,
    })),
    periods: periodChoices(period, (kind) => overviewPath({ ...query, period: kind, showsAll: false })),
    period,
    listHref: listHref({}),
    creditNotesHref: listHref({ type: "credit_note" }),
    exportHref: exportPath("xlsx", { filter: { from: period.from, to: period.to }, scope: query.scope }),
    pairs,
    findings: findingsOf(pairs.map(({ now }) => now)),
    tableMonths: table,
    tableTotal: withNet(totalOf(table)),
    comparison: overview.comparison,
    total: withNet(totalOf(months)),
    documentCount: overview.documentCount,
    linesReadUpTo: overview.readsLines ? null : MOST_WITH_LINES,
    dimension,
    dimensions: (["vehicle", "contract"] as const).map((by) => ({
      by,
      href: overviewPath({ ...query, by, showsAll: false }),
      isCurrent: by === dimension,
    })),
    names: overview.names.map((line) => {
      const kinds = overview.kinds.get(line.name ?? "") ?? NO_KINDS;
      const otherMinor = line.invoicesMinor - kinds.rentMinor - kinds.maintenanceMinor;
      return { ...line, ...kinds, otherMinor, netMinor: netOf(line), href: nameHref(line) };
    }),
    correctiveCount: months.reduce((count, month) => count + month.correctiveCount, 0),
  };

  function nameHref(line: NameSpend): string | null {
    if (line.name !== null)
      return dimension === "vehicle" ? vehiclePath(line.name, query) : listHref({ contract: line.name });
    const isCut = line.kind === "others" && !query.showsAll;
    return isCut ? overviewPath({ ...query, showsAll: true }) : null;
  }
}

/** Returns the months of both years up to the current one, newest first. */
export const tableOf = (pairs: readonly MonthPair[], current: string): MonthView[] =>
  [...pairs.map(({ before }) => before), ...pairs.map(({ now }) => now)]
    .filter(({ month }) => month <= current)
    .reverse();

/** Returns the choices of the period; the year of the last twelve months is not used. */
export function periodChoices(period: OverviewPeriod, hrefOf: (kind: PeriodKind) => string): PeriodChoice[] {
  const year = Number(period.current.slice(0, 4));
  return PERIODS.map((kind) => ({
    kind,
    year: String(kind === "last_year" ? year - 1 : year),
    href: hrefOf(kind),
    isCurrent: kind === period.kind,
  }));
}
