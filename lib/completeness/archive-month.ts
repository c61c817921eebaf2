import { addDays, type PlainDate } from "@/lib/dates";
import { archivePath, exportPath, filteredListPath } from "@/lib/invoices/filter/invoice-paths";
import { monthRange } from "@/lib/months";
import type { AnnouncedMonth } from "./compare-announced";
import type { MonthCount } from "./count-months";
import type { CompanyYear } from "./open-archive";

/** A month is most urgent when invoices not yet taken will be removed within this number of days. */
const URGENT_DAYS = 30;

/**
 * The state of an issue month for the viewer, most urgent first: invoices not taken that are removed soon;
 * others not taken; announced documents missing; all taken; all removed from the portal; no invoice; a
 * future month.
 */
export const MONTH_STATES = [
  "expiring",
  "remaining",
  "gap",
  "complete",
  "removed",
  "none",
  "future",
] as const;
export type MonthState = (typeof MONTH_STATES)[number];

/** One month of « Archivage ». */
export interface ArchiveMonth extends MonthCount {
  state: MonthState;
  /** The number of invoice numbers missing in a sequence. */
  missing: number;
  /**
   * What the supplier announced; null without an announcement, and when invoices of the month were removed from the
   * portal, because their amounts cannot be compared any more.
   */
  announced: AnnouncedMonth | null;
  /** Downloads the month's invoices not yet taken, or all when none remains; null without invoices. */
  downloadHref: string | null;
  /** The entries of the month's invoices for the customer's accounting; null without invoices. */
  accountingHref: string | null;
  /** The list of the month. */
  listHref: string;
  /** The page with this month opened. */
  openHref: string;
}

/** Returns January to December of the year. */
export const archiveMonths = (year: number, company: MonthFacts): ArchiveMonth[] =>
  Array.from({ length: 12 }, (_, index) =>
    archiveMonth(`${year}-${String(index + 1).padStart(2, "0")}`, company),
  );

type MonthFacts = Pick<CompanyYear, "months" | "gaps" | "announced" | "today">;

function archiveMonth(month: string, { months, gaps, announced, today }: MonthFacts): ArchiveMonth {
  const count = months.find((one) => one.month === month) ?? { month, ...NOTHING };
  const missing = (gaps ?? [])
    .filter((gap) => gap.month === month)
    .reduce((sum, gap) => sum + gap.missing.length, 0);
  const expected = (count.removed === 0 && announced.find((one) => one.month === month)) || null;
  const isLacking = expected !== null && !expected.isComplete && month < today.slice(0, 7);
  const period = monthRange(month);
  const isRemaining = count.taken < count.deposited;
  return {
    ...count,
    missing,
    announced: expected,
    state: monthState(count, isLacking, today),
    downloadHref:
      count.deposited === 0
        ? null
        : exportPath("zip", { filter: { ...period, isNew: isRemaining }, scope: "own" }),
    accountingHref: count.deposited === 0 ? null : exportPath("accounting", { filter: period, scope: "own" }),
    listHref: filteredListPath(period),
    openHref: `${archivePath({ scope: "own" })}?month=${month}#month`,
  };
}

/**
 * `isLacking`: documents that the supplier announced for a month that is over. A number missing in a sequence is a question
 * and no state.
 */
function monthState(count: MonthCount, isLacking: boolean, today: PlainDate): MonthState {
  const { month, deposited, taken, firstExpiring, removed } = count;
  if (deposited === 0 && isLacking) return "gap";
  if (deposited === 0) return removed > 0 ? "removed" : month > today.slice(0, 7) ? "future" : "none";
  if (taken === deposited) return isLacking ? "gap" : "complete";
  return firstExpiring !== null && firstExpiring <= addDays(today, URGENT_DAYS) ? "expiring" : "remaining";
}

const NOTHING = { deposited: 0, taken: 0, takenByAnyone: 0, firstExpiring: null, removed: 0 };
