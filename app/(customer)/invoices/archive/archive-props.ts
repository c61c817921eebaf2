import type {
  CompanyShown,
  GapShown,
  GuardShown,
  MonthShown,
  MonthState,
} from "@/components/archive/archive-data";
import type { MonthCount } from "@/lib/completeness/count-months";
import type { Archive, CompanyYear } from "@/lib/completeness/open-archive";
import { addDays } from "@/lib/dates";
import { monthRange } from "@/lib/months";
import type { Scope } from "@/lib/persons/scope";
import type { ExpiryGuard } from "@/lib/retention/open-expiry-guard";
import { companyProps } from "../../company-props";

/** A month whose rest leaves within so many days is pressing. */
const PRESSING_DAYS = 30;

const MOST_PRESSING_FIRST: readonly MonthState[] = [
  "leaving",
  "remaining",
  "gap",
  "complete",
  "removed",
  "none",
  "future",
];

/** Where « Rien ne manque » is, of one company or of all. */
export function archivePath({ scope, year }: { scope: Scope; year?: number }): string {
  const params = new URLSearchParams(ofScope(scope));
  if (year !== undefined) params.set("year", String(year));
  return params.size > 0 ? `/invoices/archive?${params}` : "/invoices/archive";
}

const exportHref = (query: Record<string, string>) =>
  `/invoices/export?${new URLSearchParams({ format: "zip", ...query })}`;

const ofScope = (scope: Scope): Record<string, string> => (scope === "all" ? { scope } : {});

export const monthsShown = (year: number, company: CompanyYear): MonthShown[] =>
  Array.from({ length: 12 }, (_, at) => monthShown(`${year}-${String(at + 1).padStart(2, "0")}`, company));

function monthShown(month: string, { months, gaps, today }: CompanyYear): MonthShown {
  const count = months.find((one) => one.month === month) ?? nothing(month);
  const missing = (gaps ?? [])
    .filter((gap) => gap.month === month)
    .reduce((sum, gap) => sum + gap.missing.length, 0);
  const period = monthRange(month);
  const isRest = count.mine < count.deposited;
  return {
    ...count,
    missing,
    state: stateOf(count, missing, today),
    takeHref: count.deposited === 0 ? null : exportHref({ ...period, ...(isRest && { new: "1" }) }),
    listHref: `/invoices?${new URLSearchParams({ ...period })}`,
  };
}

function stateOf(count: MonthCount, missing: number, today: string): MonthState {
  const { month, deposited, mine, firstLeaving, removed } = count;
  if (deposited === 0) return removed > 0 ? "removed" : month > today.slice(0, 7) ? "future" : "none";
  if (mine === deposited) return missing > 0 ? "gap" : "complete";
  return firstLeaving !== null && firstLeaving <= addDays(today, PRESSING_DAYS) ? "leaving" : "remaining";
}

const nothing = (month: string): MonthCount => ({
  month,
  deposited: 0,
  mine: 0,
  anyones: 0,
  firstLeaving: null,
  removed: 0,
});

/** The companies' year, the most pressing first; of equals, in the order in which the person's companies are listed. */
export function companiesShown({ year, companies }: Archive): CompanyShown[] {
  const rank = ({ state }: CompanyShown) => MOST_PRESSING_FIRST.indexOf(state);
  return companies.map((company) => companyShown(year, company)).sort((a, b) => rank(a) - rank(b));
}

function companyShown(year: number, company: CompanyYear): CompanyShown {
  const months = monthsShown(year, company);
  const states = months.map(({ state }) => state);
  return {
    ...companyProps(company.account),
    state: MOST_PRESSING_FIRST.find((state) => states.includes(state)) ?? "none",
    months,
    deposited: total(company, "deposited"),
    mine: total(company, "mine"),
    missing: months.reduce((sum, month) => sum + month.missing, 0),
    firstLeaving:
      months
        .filter(({ state }) => state === "leaving")
        .map(({ firstLeaving }) => firstLeaving)
        .sort()[0] ?? null,
    path: archivePath({ scope: "own", year }),
  };
}

const total = ({ months }: CompanyYear, figure: "deposited" | "mine") =>
  months.reduce((sum, month) => sum + month[figure], 0);

/** The whole year: what the reader has not downloaded, and the way to take it, or all of it again. */
export function yearShown({ year, companies }: Archive, scope: Scope) {
  const sum = (figure: "deposited" | "mine") =>
    companies.reduce((all, company) => all + total(company, figure), 0);
  const deposited = sum("deposited");
  const remaining = deposited - sum("mine");
  const period = { from: `${year}-01-01`, to: `${year}-12-31`, ...ofScope(scope) };
  const takeHref = exportHref({ ...period, ...(remaining > 0 && { new: "1" }) });
  return { year, deposited, remaining, takeHref };
}

export const yearChoices = ({ year, years }: Archive, scope: Scope) =>
  years.map((one) => ({
    label: String(one),
    href: archivePath({ scope, year: one }),
    isCurrent: one === year,
  }));

export const gapsShown = ({ gaps }: CompanyYear): GapShown[] => gaps ?? [];

/** What leaves soon, with the downloads that take it. */
export function guardShown(guard: ExpiryGuard | null, scope: Scope): GuardShown | null {
  return (
    guard && {
      ...guard,
      windows: guard.windows.map((window) => {
        const leaving = { leaving: String(window.days), ...ofScope(scope) };
        return {
          ...window,
          takeUntakenHref: exportHref({ ...leaving, untaken: "1" }),
          takeHref: exportHref(leaving),
        };
      }),
    }
  );
}
