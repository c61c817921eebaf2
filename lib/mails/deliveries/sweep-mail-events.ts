import { inArray, lt } from "drizzle-orm";
import { mailEvents } from "@/db/schema/mail-addresses";
import { withViewer } from "@/lib/access/with-viewer";

const KEPT_MS = 30 * 86_400_000;
const EVERY_MS = 3_600_000;
const MAX_EVENTS_A_RUN = 5_000;

let sweptAt = 0;

/**
 * Deletes the provider's events older than 30 days: they are applied or belong to an unknown mail, and a repetition is
 * refused because its timestamp is too old. Runs once an hour in each process, for at most 5,000 events. Returns the
 * number deleted.
 */
export async function sweepMailEvents(at: Date): Promise<number> {
  if (Math.abs(at.getTime() - sweptAt) < EVERY_MS) return 0;
  sweptAt = at.getTime();
  const gone = await withViewer({ kind: "job" }, (tx) => {
    const old = tx
      .select({ id: mailEvents.id })
      .from(mailEvents)
      .where(lt(mailEvents.receivedAt, new Date(at.getTime() - KEPT_MS)))
      .limit(MAX_EVENTS_A_RUN);
    return tx.delete(mailEvents).where(inArray(mailEvents.id, old)).returning({ id: mailEvents.id });
  });
  return gone.length;
}
