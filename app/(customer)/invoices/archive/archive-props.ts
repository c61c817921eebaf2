import type { GapShown, GuardShown, MonthShown, MonthState } from "@/components/archive/archive-data";
import type { Archive } from "@/lib/completeness/open-archive";
import type { MonthCount } from "@/lib/completeness/count-months";
import { addDays } from "@/lib/dates";
import { monthRange } from "@/lib/months";
import type { ExpiryGuard } from "@/lib/retention/open-expiry-guard";

/** A month whose rest leaves within so many days is pressing. */
const PRESSING_DAYS = 30;

const exportHref = (query: Record<string, string>) =>
  `/invoices/export?${new URLSearchParams({ format: "zip", ...query })}`;

export const monthsShown = (archive: Archive): MonthShown[] =>
  Array.from({ length: 12 }, (_, at) =>
    monthShown(`${archive.year}-${String(at + 1).padStart(2, "0")}`, archive),
  );

function monthShown(month: string, archive: Archive): MonthShown {
  const count = archive.months.find((one) => one.month === month) ?? nothing(month);
  const missing = (archive.gaps ?? [])
    .filter((gap) => gap.month === month)
    .reduce((sum, gap) => sum + gap.missing.length, 0);
  const period = monthRange(month);
  const isRest = count.mine < count.deposited;
  return {
    ...count,
    missing,
    state: stateOf(count, missing, archive.today),
    takeHref: count.deposited === 0 ? null : exportHref({ ...period, ...(isRest && { new: "1" }) }),
    listHref: `/invoices?${new URLSearchParams(period)}`,
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

/** The whole year: what the reader has not downloaded, and the way to take it, or all of it again. */
export function yearShown({ year, months }: Archive): {
  deposited: number;
  remaining: number;
  takeHref: string;
} {
  const deposited = months.reduce((sum, month) => sum + month.deposited, 0);
  const remaining = deposited - months.reduce((sum, month) => sum + month.mine, 0);
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  return { deposited, remaining, takeHref: exportHref({ ...period, ...(remaining > 0 && { new: "1" }) }) };
}

export const yearChoices = ({ year, years }: Archive) =>
  years.map((one) => ({
    label: String(one),
    href: `/invoices/archive?year=${one}`,
    isCurrent: one === year,
  }));

export const gapsShown = ({ gaps }: Archive): GapShown[] => gaps ?? [];

/** What leaves soon, with the downloads that take it. */
export function guardShown(guard: ExpiryGuard | null): GuardShown | null {
  return (
    guard && {
      ...guard,
      windows: guard.windows.map((window) => ({
        ...window,
        takeUntakenHref: exportHref({ leaving: String(window.days), untaken: "1" }),
        takeHref: exportHref({ leaving: String(window.days) }),
      })),
    }
  );
}
