import { and, asc, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { addDays, type PlainDate, todayIn } from "@/lib/dates";
import { exportPath } from "@/lib/invoices/filter/invoice-paths";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { Scope } from "@/lib/persons/scope";
import { expiringBy, EXPIRY_DAYS, type ExpiryDays, neverTaken } from "./expiring-invoices";

const LONGEST_DAYS = 90;
/** The largest number of invoices that are counted, soonest first. */
const COUNT_LIMIT = 1_000;

/** The invoices that are removed within this number of days, including those of shorter periods. */
interface ExpiryWindow {
  days: ExpiryDays;
  /** The last day of the period. */
  until: PlainDate;
  count: number;
  /** Number of invoices that nobody of the account has taken. */
  neverTaken: number;
}

/** The invoices of an account that are removed soon (R15); `isCapped` when there are more than were counted. */
export interface ExpiryCounts {
  windows: ExpiryWindow[];
  /** The earliest last day of all of them. */
  first: PlainDate;
  isCapped: boolean;
}

interface ExpiryWindowLinks extends ExpiryWindow {
  downloadHref: string;
  neverTakenHref: string;
}

/** The sums over all accounts of a scope, with the links to download the invoices of each period. */
export interface ExpiringInvoices extends ExpiryCounts {
  windows: ExpiryWindowLinks[];
}

/**
 * Counts the invoices of the accounts of the scope that are removed within 90, 30 and 7 days. Each account is read as
 * its own user. Null if there are none.
 */
export async function openExpiringInvoices(
  accounts: readonly { viewer: AccountReader; supplier: { timeZone: string } }[],
  scope: Scope,
): Promise<ExpiringInvoices | null> {
  const at = now().getTime();
  const counts = await queryPerAccount(accounts, (tx, { viewer, supplier }) =>
    countExpiring(tx, viewer, todayIn(supplier.timeZone, at)),
  );
  return addUpExpiringInvoices(counts, scope);
}

/** Adds up the counts of several accounts; a period ends on the earliest of their last days. */
export function addUpExpiringInvoices(
  accounts: readonly (ExpiryCounts | null)[],
  scope: Scope,
): ExpiringInvoices | null {
  const [first, ...others] = accounts.filter((counts) => counts !== null);
  if (!first) return null;
  const all = others.reduce(added, first);
  return {
    ...all,
    windows: all.windows.map((window) => ({
      ...window,
      downloadHref: exportPath("zip", { expiryDays: window.days, scope }),
      neverTakenHref: exportPath("zip", { expiryDays: window.days, scope, isNeverTaken: true }),
    })),
  };
}

function added(one: ExpiryCounts, other: ExpiryCounts): ExpiryCounts {
  return {
    windows: one.windows.map((window) => {
      const more = other.windows.find(({ days }) => days === window.days) ?? {
        ...window,
        count: 0,
        neverTaken: 0,
      };
      return {
        ...window,
        until: earlier(window.until, more.until),
        count: window.count + more.count,
        neverTaken: window.neverTaken + more.neverTaken,
      };
    }),
    first: earlier(one.first, other.first),
    isCapped: one.isCapped || other.isCapped,
  };
}

const earlier = (one: PlainDate, other: PlainDate) => (one < other ? one : other);

/** Counts the invoices of one account that are removed soon, within a transaction. */
export async function countExpiring(
  tx: Transaction,
  viewer: AccountReader,
  today: PlainDate,
): Promise<ExpiryCounts | null> {
  const expiring = await tx
    .select({ removeAfter: invoices.removeAfter, isNeverTaken: sql<boolean>`${neverTaken()}` })
    .from(invoices)
    .where(and(visibleInvoices(viewer), expiringBy(addDays(today, LONGEST_DAYS))))
    .orderBy(asc(invoices.removeAfter))
    .limit(COUNT_LIMIT + 1);
  const counted = expiring.slice(0, COUNT_LIMIT);
  const [first] = counted;
  if (!first) return null;
  return {
    windows: EXPIRY_DAYS.map((days) => {
      const until = addDays(today, days);
      const within = counted.filter(({ removeAfter }) => removeAfter <= until);
      return {
        days,
        until,
        count: within.length,
        neverTaken: within.filter((one) => one.isNeverTaken).length,
      };
    }),
    first: first.removeAfter,
    isCapped: expiring.length > COUNT_LIMIT,
  };
}
