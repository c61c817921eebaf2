import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alertCalls } from "@/db/schema/alerts";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/durations";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { postAlert } from "./alert-webhook";

/** The largest number of calls in one run: each may take some seconds. */
const CALLS_AT_ONCE = 4;
/** Longer than a call can take: afterwards the process that claimed it is gone. */
const LEASE_MS = MINUTE_MS;
/** The wait after a failed try doubles from the first to the second value. */
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [MINUTE_MS, HOUR_MS];
const GIVEN_UP_AFTER_MS = 3 * DAY_MS;

/**
 * Calls the operators' webhook for each change of an alert that is due. Safe in parallel: a call is claimed by one
 * process at a time. One that fails is tried again for three days, with the same `webhook-id`.
 */
export async function sendAlertCalls(): Promise<void> {
  if (env().ALERT_WEBHOOK_URL === undefined) return;
  for (const call of await claimCalls(now())) {
    const failure = await postAlert({ id: call.id, body: JSON.stringify(call.body) }, now());
    await recordCall(call, failure, now());
  }
}

type Call = Pick<typeof alertCalls.$inferSelect, "id" | "body" | "tries" | "createdAt">;

function claimCalls(at: Date): Promise<Call[]> {
  return withViewer({ kind: "job" }, async (tx) => {
    const due = await tx
      .select({ id: alertCalls.id })
      .from(alertCalls)
      .where(
        and(
          isNull(alertCalls.deliveredAt),
          isNull(alertCalls.givenUpAt),
          lte(alertCalls.nextTryAt, at),
          or(isNull(alertCalls.leasedUntil), lte(alertCalls.leasedUntil, at)),
          // The end of an alert is told after its start.
          sql`not (${alertCalls.change} = 'closed' and exists (
            select from ${alertCalls} as opening
            where opening.alert_id = ${alertCalls.alertId} and opening.change = 'opened'
              and opening.delivered_at is null and opening.given_up_at is null))`,
        ),
      )
      .orderBy(asc(alertCalls.nextTryAt))
      .limit(CALLS_AT_ONCE)
      .for("update", { skipLocked: true });
    if (due.length === 0) return [];
    return tx
      .update(alertCalls)
      .set({ tries: sql`${alertCalls.tries} + 1`, leasedUntil: new Date(at.getTime() + LEASE_MS) })
      .where(
        inArray(
          alertCalls.id,
          due.map(({ id }) => id),
        ),
      )
      .returning({
        id: alertCalls.id,
        body: alertCalls.body,
        tries: alertCalls.tries,
        createdAt: alertCalls.createdAt,
      });
  });
}

async function recordCall(call: Call, failure: string | null, at: Date): Promise<void> {
  const isGivenUp = failure !== null && at.getTime() - call.createdAt.getTime() > GIVEN_UP_AFTER_MS;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(call.tries - 1, 10), LONGEST_WAIT_MS);
  if (failure !== null)
    log(isGivenUp ? "error" : "warn", "alert_not_delivered", { reason: failure, count: call.tries });
  await withViewer({ kind: "job" }, (tx) =>
    tx
      .update(alertCalls)
      .set({
        leasedUntil: null,
        failure,
        deliveredAt: failure === null ? at : null,
        givenUpAt: isGivenUp ? at : null,
        nextTryAt: new Date(at.getTime() + waitMs),
      })
      .where(eq(alertCalls.id, call.id)),
  );
}
