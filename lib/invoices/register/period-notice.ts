import type { PlainDate } from "@/lib/dates";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import type { InvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { type Count, counted } from "./invoice-summary";
import type { Register } from "./open-register";

/** A period that contains all issue dates. It is explicit, so the display history does not apply (R14). */
export const ALL_DATES = { from: "1900-01-01", to: null };

/** No period: the display history applies, unless a text is searched. */
export const NO_PERIOD = { from: null, to: null };

/** A requested period of issue dates, each end optional; `backHref` returns to the `months` of display history. */
export interface ChosenPeriod {
  kind: "chosen";
  from: PlainDate | null;
  to: PlainDate | null;
  months: number;
  backHref: string;
}

/** The period of the list: the display history (with the number of hidden invoices), all dates, or a requested one. */
export type PeriodNotice =
  | { kind: "last_months"; months: number; hidden: Count; showHiddenHref: string }
  | { kind: "everything"; months: number; backHref: string }
  | ChosenPeriod;

type PeriodFacts = Pick<Register, "query" | "historyMonths"> & {
  list: Pick<Register["list"], "count" | "olderHidden">;
};

/** Returns the period; null when none applies: a text is searched for all dates, or the account has no invoice. */
export function periodNotice({ query, historyMonths, list }: PeriodFacts): PeriodNotice | null {
  const { from, to, q } = query.filter;
  if (from !== null || to !== null) {
    const back = { months: historyMonths, backHref: listPath(ofPeriod(query, NO_PERIOD)) };
    const isEverything = to === null && list.olderHidden === 0;
    return isEverything ? { kind: "everything", ...back } : { kind: "chosen", from, to, ...back };
  }
  if (q !== null || (list.count === 0 && list.olderHidden === 0)) return null;
  return {
    kind: "last_months",
    months: historyMonths,
    hidden: counted(list.olderHidden),
    showHiddenHref: listPath(ofPeriod(query, ALL_DATES)),
  };
}

/** Returns the query for the same list with another period, from its first page. */
export const ofPeriod = (query: InvoiceQuery, period: Pick<InvoiceFilter, "from" | "to">): InvoiceQuery => ({
  ...query,
  filter: { ...query.filter, ...period },
  page: { direction: "first" },
});
