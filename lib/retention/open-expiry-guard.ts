import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/auth/access";
import type { CustomerSession } from "@/lib/auth/current-session";
import type { CustomerUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import { now } from "@/lib/clock";
import { addDays, todayIn, type PlainDate } from "@/lib/dates";
import { and, asc, sql } from "drizzle-orm";
import { LEAVING_DAYS, leavingBy, neverTaken, type LeavingDays } from "./leaving-invoices";

const LONGEST = 90;
/** Looked at no further than this, soonest first. */
const COUNT_LIMIT = 1_000;

/** The invoices that leave within so many days, those that leave sooner among them. */
export interface LeavingWindow {
  days: LeavingDays;
  /** The last day of the window. */
  until: PlainDate;
  count: number;
  /** Downloaded by nobody of the account. */
  untaken: number;
}

/** What is about to leave the portal (R15); `isCapped` when there is more than was counted. */
export interface ExpiryGuard {
  windows: LeavingWindow[];
  /** The first last day, of all and of those nobody took. */
  first: PlainDate;
  firstUntaken: PlainDate | null;
  isCapped: boolean;
}

/** What leaves the account's portal within 90, 30 and 7 days; null when nothing does. */
export function openExpiryGuard({ viewer, supplier }: CustomerSession): Promise<ExpiryGuard | null> {
  const today = todayIn(supplier.timeZone, now().getTime());
  return withViewer(viewer, (tx) => readExpiryGuard(tx, viewer, today));
}

/** The same in a transaction under way. */
export async function readExpiryGuard(
  tx: Transaction,
  viewer: CustomerUser,
  today: PlainDate,
): Promise<ExpiryGuard | null> {
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
