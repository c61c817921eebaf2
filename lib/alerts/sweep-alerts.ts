import { asc, inArray, lt } from "drizzle-orm";
import { alertCalls, alerts } from "@/db/schema/alerts";
import { withViewer } from "@/lib/access/with-viewer";
import { atMostEvery } from "@/lib/at-most-every";
import { addMonths, todayIn } from "@/lib/dates";
import { HOUR_MS } from "@/lib/durations";

/** The months for which an alert is kept after its end. */
const ALERT_MONTHS = 12;
const DELETED_TOGETHER = 1_000;

const isDue = atMostEvery(HOUR_MS);

/**
 * Deletes the alerts that ended more than 12 months ago, with their calls. Runs at most once an hour in each process, for
 * at most 1,000 alerts. Returns the number deleted.
 */
export async function sweepAlerts(at: Date): Promise<number> {
  if (!isDue(at)) return 0;
  const before = new Date(`${addMonths(todayIn("UTC", at.getTime()), -ALERT_MONTHS)}T00:00:00Z`);
  return withViewer({ kind: "job" }, async (tx) => {
    const old = await tx
      .select({ id: alerts.id })
      .from(alerts)
      .where(lt(alerts.closedAt, before))
      .orderBy(asc(alerts.closedAt))
      .limit(DELETED_TOGETHER)
      .for("update", { skipLocked: true });
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => id);
    await tx.delete(alertCalls).where(inArray(alertCalls.alertId, ids));
    await tx.delete(alerts).where(inArray(alerts.id, ids));
    return ids.length;
  });
}
