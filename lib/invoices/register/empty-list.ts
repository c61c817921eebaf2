import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { listPath, removedPath } from "@/lib/invoices/filter/invoice-paths";
import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { isNarrowed } from "@/lib/invoices/filter/reads-all-invoices";
import { type Count, counted } from "./invoice-summary";
import type { Register } from "./open-register";
import { ALL_DATES, type ChosenPeriod, NO_PERIOD, ofPeriod, periodNotice } from "./period-notice";

/** The notice that nothing matches the search or filter, with the links to try next. */
export interface NoMatch {
  kind: "no_match";
  /** The text searched for; null when the list is narrowed by other fields. */
  q: string | null;
  /** The text was searched as an amount too. */
  isAmount: boolean;
  /** The list without any filter. */
  clearHref: string;
  /** Older matching invoices, outside the display history or before the period; null when there are none. */
  older: { count: Count; showHref: string } | null;
  /** The same search for all dates; null when it covers them already. */
  everywhereHref: string | null;
  /** The search of removed invoices; null when no number was searched for. */
  removedHref: string | null;
}

/** The reason why the list is empty. */
export type EmptyList =
  /** The account has no invoice. */
  | { kind: "none_yet" }
  /** All are older than the display history. */
  | { kind: "none_in_period"; months: number; hidden: Count; showHiddenHref: string }
  | ChosenPeriod
  | NoMatch
  /** The page is after the last invoice: the invoices it would have shown are gone. */
  | { kind: "end_of_list"; firstPageHref: string };

type ListFacts = Pick<Register, "query" | "historyMonths"> & {
  list: Pick<Register["list"], "count" | "olderHidden"> & { rows: readonly unknown[] };
};

/** Returns the reason why the list is empty; null for a list with rows. */
export function emptyList(register: ListFacts): EmptyList | null {
  const { historyMonths, list, query } = register;
  if (list.rows.length > 0) return null;
  if (list.count > 0)
    return { kind: "end_of_list", firstPageHref: listPath({ ...query, page: { direction: "first" } }) };
  if (isNarrowed(query.filter)) return noMatch(register);
  const period = periodNotice(register);
  if (period?.kind === "chosen") return period;
  if (list.olderHidden === 0) return { kind: "none_yet" };
  return {
    kind: "none_in_period",
    months: historyMonths,
    hidden: counted(list.olderHidden),
    showHiddenHref: listPath(ofPeriod(query, ALL_DATES)),
  };
}

function noMatch({ query, list }: ListFacts): NoMatch {
  const { q, from, to } = query.filter;
  const everywhereHref = listPath(ofPeriod(query, q === null ? ALL_DATES : NO_PERIOD));
  return {
    kind: "no_match",
    q,
    isAmount: q !== null && parseAmount(q) !== null,
    clearHref: listPath({ ...query, filter: EMPTY_FILTER, page: { direction: "first" } }),
    older: list.olderHidden > 0 ? { count: counted(list.olderHidden), showHref: everywhereHref } : null,
    everywhereHref: from === null && to === null ? null : everywhereHref,
    removedHref: q !== null && looksLikeNumber(q) ? removedPath(q, query.scope) : null,
  };
}

/** True for a text with a digit that is not an amount; digits alone may be both. */
const looksLikeNumber = (q: string) => /\d/.test(q) && (parseAmount(q) === null || /^\d+$/.test(q));
