import { inArray, lt } from "drizzle-orm";
import { mailEvents } from "@/db/schema/mail-addresses";
import { withViewer } from "@/lib/access/with-viewer";
import { atMostEvery } from "@/lib/at-most-every";
import { daysBefore, HOUR_MS } from "@/lib/durations";

const KEPT_DAYS = 30;
const MAX_EVENTS_A_RUN = 5_000;

const isDue = atMostEvery(HOUR_MS);

/**
 * Deletes the provider's events older than 30 days: they are applied or belong to an unknown mail, and a repetition is
 * refused because its timestamp is too old. Runs once an hour in each process, for at most 5,000 events. Returns the
 * number deleted.
 */
export async function sweepMailEvents(at: Date): Promise<number> {
  if (!isDue(at)) return 0;
  const deleted = await withViewer({ kind: "job" }, (tx) => {
    const old = tx
      .select({ id: mailEvents.id })
      .from(mailEvents)
      .where(lt(mailEvents.receivedAt, daysBefore(at, KEPT_DAYS)))
      .limit(MAX_EVENTS_A_RUN);
    return tx.delete(mailEvents).where(inArray(mailEvents.id, old)).returning({ id: mailEvents.id });
  });
  return deleted.length;
}
