import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { isAmongIds } from "@/db/is-among";
import { invoices } from "@/db/schema/invoices";
import { retentionRaises } from "@/db/schema/retention-raises";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { MINUTE_MS } from "@/lib/durations";

/** The invoices that one transaction moves. */
export const RAISED_TOGETHER = 2_000;
/** A deposit that read the retention before the raise has ended after this time. */
const LATE_DEPOSITS_MS = 10 * MINUTE_MS;

/**
 * Begins to move the last day of the supplier's invoices to the raised retention, in the transaction that raises it. The
 * first ones are moved at once, the others by background work (`move-last-days.ts`).
 */
export async function beginRaise(
  tx: Transaction,
  supplierId: string,
  months: number,
  at: Date,
): Promise<void> {
  const raise = {
    startedAt: at,
    depositedBefore: null,
    doneSequence: 0n,
    caughtUpAt: null,
    endedAt: null,
  };
  await tx
    .insert(retentionRaises)
    .values({ supplierId, months, ...raise })
    .onConflictDoUpdate({
      target: retentionRaises.supplierId,
      // One that is not finished keeps what it promised.
      set: {
        ...raise,
        months: sql`case when ${retentionRaises.endedAt} is null then greatest(excluded.months, ${retentionRaises.months})
          else excluded.months end`,
      },
    });
  await continueRaise(tx, supplierId, at);
}

/** Lets a raise that is going on apply to earlier deposits only, in the transaction that lowers the retention. */
export async function limitRaise(tx: Transaction, supplierId: string, at: Date): Promise<void> {
  await tx
    .update(retentionRaises)
    .set({ depositedBefore: at })
    .where(
      and(
        eq(retentionRaises.supplierId, supplierId),
        isNull(retentionRaises.endedAt),
        isNull(retentionRaises.depositedBefore),
      ),
    );
}

/**
 * Moves the last days of the next invoices; a day is never moved back. Returns whether there may be more. Another process
 * that works on the same supplier is not waited for.
 */
export async function continueRaise(tx: Transaction, supplierId: string, at: Date): Promise<boolean> {
  const [raise] = await tx
    .select({
      months: retentionRaises.months,
      startedAt: retentionRaises.startedAt,
      depositedBefore: retentionRaises.depositedBefore,
      doneSequence: retentionRaises.doneSequence,
      caughtUpAt: retentionRaises.caughtUpAt,
    })
    .from(retentionRaises)
    .where(and(eq(retentionRaises.supplierId, supplierId), isNull(retentionRaises.endedAt)))
    .for("update", { skipLocked: true });
  if (!raise) return false;
  const { months, depositedBefore, doneSequence } = raise;
  const slice = await tx
    .select({ id: invoices.id, sequence: invoices.sequence })
    .from(invoices)
    .where(and(eq(invoices.supplierId, supplierId), gt(invoices.sequence, doneSequence)))
    .orderBy(asc(invoices.sequence))
    .limit(RAISED_TOGETHER);
  const lastDay = sql`(${invoices.issuedOn} + make_interval(months => ${months}))::date`;
  await tx
    .update(invoices)
    .set({ removeAfter: lastDay })
    .where(
      and(
        isAmongIds(
          invoices.id,
          slice.map(({ id }) => id),
        ),
        sql`${invoices.removeAfter} < ${lastDay}`,
        depositedBefore ? lt(invoices.depositedAt, depositedBefore) : undefined,
      ),
    );
  const isAtEnd = slice.length < RAISED_TOGETHER;
  const isOver = isAtEnd && at.getTime() - raise.startedAt.getTime() >= LATE_DEPOSITS_MS;
  await tx
    .update(retentionRaises)
    .set({
      doneSequence: slice.at(-1)?.sequence ?? doneSequence,
      caughtUpAt: raise.caughtUpAt ?? (isAtEnd ? at : null),
      endedAt: isOver ? at : null,
    })
    .where(eq(retentionRaises.supplierId, supplierId));
  return !isAtEnd;
}

/** Returns the months of a raise whose invoices are still being moved; null when all have their new last day. */
export const findRaise = (viewer: Manager): Promise<number | null> =>
  withViewer(viewer, async (tx) => {
    const [found] = await tx
      .select({ months: retentionRaises.months })
      .from(retentionRaises)
      .where(and(eq(retentionRaises.supplierId, viewer.supplierId), isNull(retentionRaises.caughtUpAt)));
    return found?.months ?? null;
  });
