import type { ComponentProps } from "react";
import type { FormerPortal, RegisterVacancy } from "@/components/invoices/register/empty-register";
import type { InvoicesPage } from "@/components/invoices/register/invoices-page";
import type { NoMailNotice } from "@/components/invoices/register/no-mail";
import type { Period } from "@/components/invoices/register/period-veil";
import type { RegisterMonth, RegisterRow, RegisterTotal } from "@/components/invoices/register/register-list";
import { todayIn } from "@/lib/dates";
import { EMPTY_FILTER, type InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { SORT_KEYS, type SortKey } from "@/lib/invoices/filter/invoice-sort";
import { parseAmount } from "@/lib/invoices/filter/parse-amount";
import { COUNT_LIMIT, type CurrencyTotal, type MonthSummary } from "@/lib/invoices/register/invoice-summary";
import type { Register } from "@/lib/invoices/register/open-register";
import { monthRange } from "@/lib/months";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import type { Supplier } from "@/lib/suppliers/find-supplier";
import { removedPath } from "./removed/removed-path";
import { EVERYTHING, exportHref } from "./result-props";
import { companyShown } from "./scope-props";

type Href = (change: Partial<InvoiceQuery>) => string;

const HISTORY = { from: null, to: null };

export const counted = (count: number) => ({
  value: Math.min(count, COUNT_LIMIT),
  isCapped: count > COUNT_LIMIT,
});

export function registerProps(
  { previousVisitAt }: CustomerSession,
  register: Register,
  href: Href,
): ComponentProps<typeof InvoicesPage>["register"] {
  const { list, query, supplier } = register;
  return {
    rows: list.rows.map((row) => registerRow(row, supplier.timeZone, previousVisitAt)),
    sort: { ...query.sort, hrefs: sortHrefs(query, href) },
    months: Object.fromEntries(
      Object.entries(list.months).map(([month, summary]) => [month, registerMonth(register, month, summary)]),
    ),
    count: { value: list.count, isCapped: list.hasMore },
    creditNotes: list.creditNotes === 0 ? "none" : list.creditNotes === list.count ? "all" : "some",
    totals: list.totals.map(registerTotal),
    listQuery: writeInvoiceQuery(query),
  };
}

function registerRow(
  entry: Register["list"]["rows"][number],
  timeZone: string,
  lastVisitAt: Date | null,
): RegisterRow {
  const { currency, totalWithVatMinor, totalWithoutVatMinor, seenAt, downloadedAt, depositedAt } = entry;
  const isUnseen = seenAt === null && downloadedAt === null;
  return {
    id: entry.id,
    number: entry.number,
    type: entry.type,
    issuedOn: entry.issuedOn,
    dueOn: entry.dueOn,
    contracts: entry.contracts,
    vehicles: entry.vehicles,
    totalWithVat: { minor: totalWithVatMinor, currency },
    totalWithoutVat: totalWithoutVatMinor === null ? null : { minor: totalWithoutVatMinor, currency },
    reading:
      downloadedAt === null
        ? { kind: seenAt === null ? "new" : "seen" }
        : { kind: "downloaded", on: todayIn(timeZone, downloadedAt.getTime()) },
    isSinceLastVisit: isUnseen && lastVisitAt !== null && depositedAt > lastVisitAt,
    company: entry.account && companyShown(entry.account),
    isElsewhere: entry.account !== null && !entry.account.isCurrent,
  };
}

const registerTotal = ({ currency, withVatMinor, withoutVatMinor }: CurrencyTotal): RegisterTotal => ({
  withVat: { minor: withVatMinor, currency },
  withoutVat: withoutVatMinor === null ? null : { minor: withoutVatMinor, currency },
});

function registerMonth({ effective, query }: Register, month: string, summary: MonthSummary): RegisterMonth {
  const { count, totals, remaining } = summary;
  return {
    count,
    totals: totals.map(registerTotal),
    remaining: remaining
      ? { count: remaining, href: exportHref(withinMonth(effective, month), query.scope, "zip") }
      : null,
  };
}

/** What of a filter one month holds that is not downloaded yet. */
function withinMonth(filter: InvoiceFilter, month: string): InvoiceFilter {
  const { from, to } = monthRange(month);
  return {
    ...filter,
    from: filter.from !== null && filter.from > from ? filter.from : from,
    to: filter.to !== null && filter.to < to ? filter.to : to,
    isNew: true,
  };
}

/** A column's head sorts from its largest down; that of the column in force turns it around. */
function sortHrefs({ sort }: InvoiceQuery, href: Href): Record<SortKey, string> {
  const hrefOf = (by: SortKey) =>
    href({ sort: { by, isAscending: sort.by === by && !sort.isAscending }, page: { direction: "first" } });
  const [date, due, number, amount] = SORT_KEYS.map(hrefOf);
  return { date: date ?? "", due: due ?? "", number: number ?? "", amount: amount ?? "" };
}

/** The same list of another period, from its beginning. */
const within = (query: InvoiceQuery, period: Pick<InvoiceFilter, "from" | "to">): Partial<InvoiceQuery> => ({
  filter: { ...query.filter, ...period },
  page: { direction: "first" },
});

/** Null where no display history applies and no period is asked for: a search looks everywhere. */
export function periodShown({ query, historyMonths, list }: Register, href: Href): Period | null {
  const { from, to, q } = query.filter;
  if (from !== null || to !== null) {
    const back = { months: historyMonths, backHref: href(within(query, HISTORY)) };
    const isEverything = to === null && list.olderHidden === 0;
    return isEverything ? { kind: "everything", ...back } : { kind: "chosen", from, to, ...back };
  }
  if (q !== null || (list.count === 0 && list.olderHidden === 0)) return null;
  return {
    kind: "last_months",
    months: historyMonths,
    hidden: counted(list.olderHidden),
    showHiddenHref: href(within(query, EVERYTHING)),
  };
}

export function vacancy(register: Register, href: Href): RegisterVacancy | null {
  const { historyMonths, list, query } = register;
  if (list.rows.length > 0) return null;
  if (list.count > 0) return { kind: "end_of_list", firstPageHref: href({ page: { direction: "first" } }) };
  if (isNarrowed(query.filter)) return noMatch(register, href);
  const period = periodShown(register, href);
  if (period?.kind === "chosen") return period;
  if (list.olderHidden === 0) return { kind: "none_yet", openedOn: null, notifiedAddress: null };
  return {
    kind: "none_in_period",
    months: historyMonths,
    hidden: counted(list.olderHidden),
    latestIssuedOn: null,
    showHiddenHref: href(within(query, EVERYTHING)),
  };
}

/** By anything but a period. */
const isNarrowed = (filter: InvoiceFilter) =>
  Object.entries({ ...filter, from: null, to: null }).some(([, value]) => value !== null && value !== false);

function noMatch({ query, list }: Register, href: Href): RegisterVacancy {
  const { scope } = query;
  const { q, from, to } = query.filter;
  const everywhereHref = href(within(query, q === null ? EVERYTHING : HISTORY));
  const looksLikeNumber = q !== null && /\d/.test(q) && (parseAmount(q) === null || /^\d+$/.test(q));
  return {
    kind: "no_match",
    q,
    isAmount: q !== null && parseAmount(q) !== null,
    clearHref: href({ filter: EMPTY_FILTER, page: { direction: "first" } }),
    older: list.olderHidden > 0 ? { count: counted(list.olderHidden), showHref: everywhereHref } : null,
    everywhereHref: from === null && to === null ? null : everywhereHref,
    removedHref: looksLikeNumber ? removedPath(q, scope) : null,
  };
}

export function formerPortal({ startsOn, formerPortalName, formerPortalUrl }: Supplier): FormerPortal | null {
  return startsOn === null ? null : { startsOn, name: formerPortalName, url: formerPortalUrl };
}

/** Whether the account is told of new invoices by mail; when not, who can change that (R18, R20, R22). */
export function noMail({ account }: CustomerSession, supplier: Supplier): NoMailNotice | null {
  const why = account.channel === "paper" ? "paper" : account.preference === "none" ? "none" : null;
  return why && { why, contact: { phone: supplier.contactPhone, email: supplier.contactEmail } };
}
