import { eq, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { alerts } from "@/db/schema/alerts";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { atMostEvery } from "@/lib/at-most-every";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { checkAdoption } from "@/lib/installation/check-adoption";
import { describeError, log } from "@/lib/log";
import { sendMailsNow } from "@/lib/mails/outbox/send-mails-now";
import { changeBy, type Observation } from "./alert-rules";
import { observe } from "./observe";
import { probeStorage } from "./probe-storage";
import { sendAlertCalls } from "./send-alert-calls";
import { tellManagers } from "./tell-managers";
import { tellOperators } from "./tell-operators";

/**
 * Looks at the installation, opens and closes alerts, and tells operators of each at once: by webhook, then by mail,
 * ahead of the outbox, which may be what stands still. Managers are told of refused files. What cannot be told now stays
 * queued in the database and is tried again. Any number of instances may call it at the same time: one of them looks, and
 * each change is stored in one transaction with what is to be told. Never throws.
 */
export async function checkAlerts(): Promise<void> {
  try {
    if (!(await checkAdoption()).ok) return;
    const storageWorks = await probeStorage();
    const mailIds = await withViewer({ kind: "job" }, async (tx) => {
      const [lock] = await tx.execute<{ is_free: boolean }>(sql`
        select pg_try_advisory_xact_lock(hashtextextended('alerts are checked', 0)) as is_free`);
      if (!lock?.is_free) return [];
      // Read after the lock, so that no instance judges by an older time than the one before it.
      const at = now();
      await tellManagers(tx, at);
      return storeChanges(tx, await observe(tx, at, storageWorks), at);
    });
    await sendAlertCalls();
    await sendMailsNow(mailIds);
  } catch (error) {
    log("error", "alerts_not_checked", describeError(error));
  }
}

const isDue = atMostEvery(MINUTE_MS);

/** Checks them from a request, at most once a minute in this process: a scheduler that does not call cannot tell it. */
export async function checkAlertsOnceAMinute(): Promise<void> {
  if (isDue(now())) await checkAlerts();
}

/** Stores what the observations change. Returns the ids of the mails that it queued. */
async function storeChanges(
  tx: Transaction,
  observations: readonly Observation[],
  at: Date,
): Promise<string[]> {
  const known = await tx
    .select({
      id: alerts.id,
      condition: alerts.condition,
      subject: alerts.subject,
      wrongSince: alerts.wrongSince,
      openedAt: alerts.openedAt,
      wellSince: alerts.wellSince,
    })
    .from(alerts)
    .where(isNull(alerts.closedAt));
  const mailIds: string[] = [];
  for (const observation of observations) {
    const { condition, subject } = observation;
    const alert = known.find((one) => one.condition === condition && one.subject === subject) ?? null;
    const change = changeBy(alert, observation, at);
    if (!change) continue;
    const id = alert?.id ?? uuidv7();
    if (change.kind === "forget") {
      await tx.delete(alerts).where(eq(alerts.id, id));
    } else if (change.kind === "close") {
      await tx.update(alerts).set({ closedAt: at }).where(eq(alerts.id, id));
      const { wrongSince = at, openedAt = at } = alert ?? {};
      mailIds.push(
        ...(await tellOperators(tx, {
          id,
          condition,
          subject,
          wrongSince,
          openedAt: openedAt ?? at,
          closedAt: at,
        })),
      );
    } else {
      await tx
        .insert(alerts)
        .values({ id, condition, subject, ...change.state })
        .onConflictDoUpdate({ target: alerts.id, set: change.state });
      if (change.kind === "open")
        mailIds.push(
          ...(await tellOperators(tx, {
            ...{ id, condition, subject },
            ...{ wrongSince: change.state.wrongSince, openedAt: at, closedAt: null },
          })),
        );
    }
  }
  return mailIds;
}
