import type { PlainDate } from "@/lib/dates";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import type { InvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { type Count, counted } from "./invoice-summary";
import type { Register } from "./open-register";

/** A period that no issue date lies outside of: being explicit, it looks past the display history (R14). */
export const ALL_DATES = { from: "1900-01-01", to: null };

/** No period: the display history applies, unless a text is searched for. */
export const NO_PERIOD = { from: null, to: null };

/** A period of issue dates somebody asked for, either end open; `months` of display history are the way back. */
export interface ChosenPeriod {
  kind: "chosen";
  from: PlainDate | null;
  to: PlainDate | null;
  months: number;
  backHref: string;
}

/** The period the list is about, and what that hides: the display history, all dates, or a period asked for. */
export type PeriodNotice =
  | { kind: "last_months"; months: number; hidden: Count; showHiddenHref: string }
  | { kind: "everything"; months: number; backHref: string }
  | ChosenPeriod;

type PeriodFacts = Pick<Register, "query" | "historyMonths"> & {
  list: Pick<Register["list"], "count" | "olderHidden">;
};

/** Null where no period applies: a text is searched for at all dates, or the account has no invoice at all. */
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

/** The same list of another period, from its first page. */
export const ofPeriod = (query: InvoiceQuery, period: Pick<InvoiceFilter, "from" | "to">): InvoiceQuery => ({
  ...query,
  filter: { ...query.filter, ...period },
  page: { direction: "first" },
});
