import { and, eq, isNull, lt, or } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { visibleRequests } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { isUuid } from "@/lib/uuid";

/** How long colleagues see that somebody is answering, after the page was opened or something was typed. */
const ANSWERING_MS = 2 * MINUTE_MS;

/**
 * Shows colleagues that the viewer is answering a request that waits, unless a colleague is answering it already.
 * Others may still answer: `answerRequest` refuses an answer only when the thread has a newer message.
 */
export async function markAnswering(viewer: StaffUser, id: string): Promise<void> {
  if (!isUuid(id)) return;
  const at = now();
  await withViewer(viewer, (tx) =>
    tx
      .update(customerRequests)
      .set({ answeringUserId: viewer.userId, answeringUntil: new Date(at.getTime() + ANSWERING_MS) })
      .where(
        and(
          visibleRequests(viewer),
          eq(customerRequests.id, id),
          eq(customerRequests.state, "open"),
          or(
            isNull(customerRequests.answeringUntil),
            lt(customerRequests.answeringUntil, at),
            eq(customerRequests.answeringUserId, viewer.userId),
          ),
        ),
      ),
  );
}
