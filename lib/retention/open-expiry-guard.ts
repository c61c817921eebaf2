import { and, asc, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { addDays, type PlainDate, todayIn } from "@/lib/dates";
import { exportPath } from "@/lib/invoices/filter/invoice-paths";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { Scope } from "@/lib/persons/scope";
import { LEAVING_DAYS, leavingBy, type LeavingDays, neverTaken } from "./leaving-invoices";

const LONGEST = 90;
/** Maximum of invoices looked at, soonest first. */
const COUNT_LIMIT = 1_000;

/** The invoices that leave within this number of days, including those of shorter periods. */
interface LeavingWindow {
  days: LeavingDays;
  /** The last day of the period. */
  until: PlainDate;
  count: number;
  /** Number of invoices that nobody of the account has downloaded. */
  untaken: number;
}

/** The invoices of an account that leave the portal soon (R15); `isCapped` when there are more than were counted. */
export interface LeavingCounts {
  windows: LeavingWindow[];
  /** The earliest last day, of all invoices and of those that nobody downloaded. */
  first: PlainDate;
  firstUntaken: PlainDate | null;
  isCapped: boolean;
}

/** The same of all accounts of a scope, with the downloads of each window. */
export interface ExpiryGuard extends LeavingCounts {
  windows: (LeavingWindow & { downloadHref: string; downloadUntakenHref: string })[];
}

/**
 * The invoices that leave within 90, 30 and 7 days, of the accounts that the scope stands for, each read as its own user;
 * null if none.
 */
export async function openExpiryGuard(
  accounts: readonly { viewer: CustomerUser; supplier: { timeZone: string } }[],
  scope: Scope,
): Promise<ExpiryGuard | null> {
  const at = now().getTime();
  const counts = await queryPerAccount(accounts, (tx, { viewer, supplier }) =>
    countLeaving(tx, viewer, todayIn(supplier.timeZone, at)),
  );
  return expiryGuard(counts, scope);
}

/** Adds up several accounts; a period ends on the earliest day of theirs. */
export function expiryGuard(accounts: readonly (LeavingCounts | null)[], scope: Scope): ExpiryGuard | null {
  const [first, ...others] = accounts.filter((counts) => counts !== null);
  if (!first) return null;
  const all = others.reduce(added, first);
  return {
    ...all,
    windows: all.windows.map((window) => ({
      ...window,
      downloadHref: exportPath("zip", { leavingDays: window.days, scope }),
      downloadUntakenHref: exportPath("zip", { leavingDays: window.days, scope, isUntaken: true }),
    })),
  };
}

function added(one: LeavingCounts, other: LeavingCounts): LeavingCounts {
  return {
    windows: one.windows.map((window) => {
      const more = other.windows.find(({ days }) => days === window.days) ?? {
        ...window,
        count: 0,
        untaken: 0,
      };
      return {
        ...window,
        until: earlier(window.until, more.until),
        count: window.count + more.count,
        untaken: window.untaken + more.untaken,
      };
    }),
    first: earlier(one.first, other.first),
    firstUntaken:
      one.firstUntaken && other.firstUntaken
        ? earlier(one.firstUntaken, other.firstUntaken)
        : (one.firstUntaken ?? other.firstUntaken),
    isCapped: one.isCapped || other.isCapped,
  };
}

const earlier = (one: PlainDate, other: PlainDate) => (one < other ? one : other);

/** The invoices of one account that leave soon, read within a transaction. */
export async function countLeaving(
  tx: Transaction,
  viewer: CustomerUser,
  today: PlainDate,
): Promise<LeavingCounts | null> {
  const leaving = await tx
    .select({ removeAfter: invoices.removeAfter, isUntaken: sql<boolean>`${neverTaken()}` })
    .from(invoices)
    .where(and(visibleInvoices(viewer), leavingBy(addDays(today, LONGEST))))
    .orderBy(asc(invoices.removeAfter))
    .limit(COUNT_LIMIT + 1);
  const counted = leaving.slice(0, COUNT_LIMIT);
  const [first] = counted;
  if (!first) return null;
  return {
    windows: LEAVING_DAYS.map((days) => {
      const until = addDays(today, days);
      const within = counted.filter(({ removeAfter }) => removeAfter <= until);
      return { days, until, count: within.length, untaken: within.filter((one) => one.isUntaken).length };
    }),
    first: first.removeAfter,
    firstUntaken: counted.find(({ isUntaken }) => isUntaken)?.removeAfter ?? null,
    isCapped: leaving.length > COUNT_LIMIT,
  };
}
