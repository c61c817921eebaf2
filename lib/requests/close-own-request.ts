import { and, eq, inArray } from "drizzle-orm";
import { customerRequests, requestMessages } from "@/db/schema/customer-requests";
import { visibleRequests } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";

/** « C'est réglé »: a customer closes a request of the account. Refuses one that has ended, or that is not the account's. */
export async function closeOwnRequest(
  viewer: CustomerUser,
  requestId: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  if (!isUuid(requestId)) return { ok: false, reason: "not_found" };
  return withViewer(viewer, async (tx) => {
    const at = now();
    const { accountId, supplierId, userId } = viewer;
    const [closed] = await tx
      .update(customerRequests)
      .set({ state: "closed", closedAt: at })
      .where(
        and(
          visibleRequests(viewer),
          eq(customerRequests.id, requestId),
          inArray(customerRequests.state, ["open", "answered"]),
        ),
      )
      .returning({ id: customerRequests.id });
    if (!closed) return { ok: false, reason: "not_found" };
    await tx.insert(requestMessages).values({
      ...{ supplierId, accountId, requestId, at },
      side: "customer",
      authorId: userId,
      outcome: "closed",
      text: "",
    });
    await recordAudit(tx, viewer, { action: "request_closed", subjectId: requestId, supplierId, at });
    return { ok: true };
  });
}
