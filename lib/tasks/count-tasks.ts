import { and, asc, desc, not, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices, visibleRequests } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import { countUpToLimit } from "@/lib/invoices/register/count-up-to-limit";
import { COUNT_LIMIT, counted } from "@/lib/invoices/register/invoice-summary";
import { IS_UNREAD } from "@/lib/requests/own-request";
import { isLeaving } from "@/lib/retention/expiring-invoices";
import { isTakenBy } from "@/lib/takings/taken";
import type { TaskCounts } from "./task-counts";

interface CountedFor {
  today: PlainDate;
  lastVisitAt: Date | null;
}

/** Counts what is to do in the viewer's account, each up to COUNT_LIMIT, in one round trip. */
export async function countTasks(
  tx: Transaction,
  viewer: AccountReader,
  { today, lastVisitAt }: CountedFor,
): Promise<TaskCounts> {
  const newest = tx
    .select({ id: invoices.id, isNew: sql<boolean>`${isNew(viewer, lastVisitAt)}`.as("is_new") })
    .from(invoices)
    .where(visibleInvoices(viewer))
    .orderBy(desc(invoices.sequence))
    .limit(COUNT_LIMIT + 1)
    .as("newest");
  const leaving = tx
    .select({ removeAfter: invoices.removeAfter })
    .from(invoices)
    .where(and(visibleInvoices(viewer), isLeaving(today)))
    .orderBy(asc(invoices.removeAfter))
    .limit(COUNT_LIMIT + 1)
    .as("leaving");
  const count = sql<number>`count(*)::int`;
  const [[fresh], remaining, [soon], [answers]] = await Promise.all([
    tx.select({ count: sql<number>`(count(*) filter (where ${newest.isNew}))::int` }).from(newest),
    countUpToLimit(tx, and(visibleInvoices(viewer), not(isTakenBy(viewer)))),
    tx.select({ count, first: sql<PlainDate | null>`min(${leaving.removeAfter})::text` }).from(leaving),
    tx
      .select({ count })
      .from(customerRequests)
      .where(and(visibleRequests(viewer), IS_UNREAD)),
  ]);
  return {
    fresh: counted(fresh?.count ?? 0),
    remaining: counted(remaining),
    leaving: counted(soon?.count ?? 0),
    firstLeaving: soon?.first ?? null,
    answers: answers?.count ?? 0,
  };
}

/** Condition on a row of `invoices`, as the list counts « nouvelles »; nothing is new on the first visit. */
export const isNew = (viewer: AccountReader, lastVisitAt: Date | null) =>
  sql`(${invoices.depositedAt} > ${lastVisitAt?.toISOString() ?? "infinity"}::timestamptz
    and not ${isTakenBy(viewer)} and not exists (
      select from ${invoiceReadings} reading
      where reading.user_id = ${viewer.userId} and reading.invoice_id = ${invoices.id}
        and reading.account_id = ${viewer.accountId} and reading.seen_at is not null))`;
