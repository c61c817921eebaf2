import { and, eq } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { lockRequest } from "./lock-request";

/** Assigns a request to a member of the supplier's active staff, or to nobody (""). */
export function assignRequest(
  viewer: StaffUser,
  id: string,
  assigneeId: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "no_colleague" }> {
  return withViewer(viewer, async (tx) => {
    const request = await lockRequest(tx, viewer, id);
    if (!request) return { ok: false, reason: "not_found" };
    if (assigneeId !== "") {
      if (!isUuid(assigneeId)) return { ok: false, reason: "no_colleague" };
      const [colleague] = await tx
        .select({ id: users.id })
        .from(users)
        .where(
          and(eq(users.id, assigneeId), eq(users.supplierId, viewer.supplierId), eq(users.status, "active")),
        );
      if (!colleague) return { ok: false, reason: "no_colleague" };
    }
    const wanted = assigneeId || null;
    if (request.assigneeId === wanted) return { ok: true };
    await tx.update(customerRequests).set({ assigneeId: wanted }).where(eq(customerRequests.id, id));
    // Recorded without the account, because its administrators must not see who does what at the supplier.
    const details = { assigneeId: wanted };
    await recordAudit(tx, viewer, { action: "request_assigned", subjectId: id, at: now(), details });
    return { ok: true };
  });
}
