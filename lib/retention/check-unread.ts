import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { addDays, type PlainDate, todayIn } from "@/lib/dates";
import { daysBefore } from "@/lib/durations";
import { inTurns } from "@/lib/in-turns";
import { isTakenByAnyone } from "@/lib/takings/taken";
import { neverOpened } from "./never-opened";
import { LEAVING_DAYS, UNSEEN_DAYS } from "./unread-days";

const ACCOUNTS_PER_BATCH = 200;
const BATCHES_PER_CALL = 10;

/**
 * Records once a day for each account, for the lists of the console: since when it has an invoice that nobody opened,
 * and when the next invoice that nobody has taken is removed. Checks at most 2,000 accounts of a supplier in a call,
 * those checked longest ago first. Safe to run twice and in parallel. The suppliers take turns, until `deadline`. Returns
 * the number of accounts checked.
 */
export async function checkUnread(at: Date, deadline?: Date): Promise<number> {
  let checked = 0;
  const batches = new Map<string, number>();
  const found = await withViewer({ kind: "job" }, (tx) =>
    tx.select({ id: suppliers.id, timeZone: suppliers.timeZone }).from(suppliers).orderBy(asc(suppliers.id)),
  );
  await inTurns(found, { at, deadline }, async ({ id, timeZone }) => {
    const done = await checkBatch(id, todayIn(timeZone, at.getTime()), at);
    checked += done;
    const batch = (batches.get(id) ?? 0) + 1;
    batches.set(id, batch);
    return done === ACCOUNTS_PER_BATCH && batch < BATCHES_PER_CALL;
  });
  return checked;
}

function checkBatch(supplierId: string, day: PlainDate, at: Date): Promise<number> {
  return withViewer({ kind: "job" }, async (tx) => {
    const due = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(
        and(
          eq(accounts.supplierId, supplierId),
          or(isNull(accounts.unreadCheckedOn), lt(accounts.unreadCheckedOn, day)),
        ),
      )
      .orderBy(sql`${accounts.unreadCheckedOn} asc nulls first`)
      .limit(ACCOUNTS_PER_BATCH)
      .for("no key update", { skipLocked: true });
    if (due.length === 0) return 0;
    const hasReaders = sql`${accounts.channel} = 'electronic' and ${accounts.state} <> 'closed'`;
    const depositedBefore = daysBefore(at, UNSEEN_DAYS).toISOString();
    await tx
      .update(accounts)
      .set({
        unreadCheckedOn: day,
        unseenSince: sql`(
          select i.deposited_at from invoices i
          where ${hasReaders} and i.account_id = ${accounts.id} and i.state = 'available'
            and i.deposited_at < ${depositedBefore}::timestamptz and ${neverOpened("i")}
          order by i.sequence limit 1)`,
        leavingOn: sql`(
          select i.remove_after from invoices i
          where ${hasReaders} and i.account_id = ${accounts.id} and i.state = 'available'
            and i.remove_after between ${day}::date and ${addDays(day, LEAVING_DAYS)}::date
            and not ${isTakenByAnyone("i")}
          order by i.remove_after limit 1)`,
      })
      .where(
        inArray(
          accounts.id,
          due.map(({ id }) => id),
        ),
      );
    return due.length;
  });
}
