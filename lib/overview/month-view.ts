import { EMPTY_FILTER, type InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import type { Minor } from "@/lib/money";
import { monthRange } from "@/lib/months";
import type { Scope } from "@/lib/persons/scope";
import { documentsOf, type Spend, type SpendView, withNet } from "./spend";

/** A month `YYYY-MM` with the link to its documents; `href` is null when it has none. */
export interface MonthView extends SpendView {
  month: string;
  href: string | null;
  /** The unfinished month. */
  isCurrent: boolean;
}

/** One of the twelve months of a period, with the same month of the year before. */
export interface MonthPair {
  now: MonthView;
  before: MonthView;
}

/** The remarkable months of a period, by their invoices. */
export interface MonthFindings {
  /** Among finished months with documents; null without any, and the same month when there is only one. */
  highest: MonthView | null;
  lowest: MonthView | null;
  /** Finished months without a document, after the first month with one. */
  gaps: string[];
  /** The unfinished month, if it is in the period. */
  unfinished: string | null;
}

type Month = Spend & { month: string };

interface MonthsToShow {
  /** Oldest first, and the same months a year before. */
  months: readonly Month[];
  before: readonly Month[];
  current: string;
  scope: Scope;
  /** The documents of the months, besides their dates. */
  filter: Partial<InvoiceFilter>;
}

/** Returns the months of a period, each with the same month a year before and the links to their documents. */
export function monthPairs({ months, before, current, scope, filter }: MonthsToShow): MonthPair[] {
  const view = (one: Month): MonthView => ({
    month: one.month,
    invoicesMinor: one.invoicesMinor,
    creditNotesMinor: one.creditNotesMinor,
    invoiceCount: one.invoiceCount,
    creditNoteCount: one.creditNoteCount,
    netMinor: withNet(one).netMinor,
    isCurrent: one.month === current,
    href:
      documentsOf(one) > 0
        ? listPath({ filter: { ...EMPTY_FILTER, ...filter, ...monthRange(one.month) }, scope })
        : null,
  });
  return months.map((one, index) => ({ now: view(one), before: view(before[index] ?? one) }));
}

/** Finds the remarkable months; those after the current one are not among them. */
export function findingsOf(months: readonly MonthView[]): MonthFindings {
  const unfinished = months.find(({ isCurrent }) => isCurrent)?.month ?? null;
  const finished = months.filter(({ month }) => unfinished === null || month < unfinished);
  const present = finished.filter(({ href }) => href !== null);
  const first = months.find(({ href }) => href !== null)?.month ?? "";
  return {
    highest: best(present, (a, b) => a > b),
    lowest: best(present, (a, b) => a < b),
    gaps: finished.flatMap(({ href, month }) => (href === null && month > first ? [month] : [])),
    unfinished,
  };
}

/** Returns the month whose sum of invoices is the best by `isBetter`; if several are equal, the earliest. */
function best(months: readonly MonthView[], isBetter: (a: Minor, b: Minor) => boolean): MonthView | null {
  return months.reduce<MonthView | null>(
    (found, one) => (found === null || isBetter(one.invoicesMinor, found.invoicesMinor) ? one : found),
    null,
  );
}
