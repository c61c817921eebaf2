import { and, eq } from "drizzle-orm";
import { requestContacts } from "@/db/schema/customer-requests";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";

/**
 * Removes a contact to whom requests may be passed on. Refuses other staff than managers. Needs no fresh proof,
 * because it gives nobody access.
 */
export async function removeContact(
  viewer: StaffUser,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "not_allowed" | "not_found" }> {
  if (viewer.kind !== "manager") return { ok: false, reason: "not_allowed" };
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return withViewer(viewer, async (tx) => {
    const [removed] = await tx
      .delete(requestContacts)
      .where(and(eq(requestContacts.supplierId, viewer.supplierId), eq(requestContacts.id, id)))
      .returning({ name: requestContacts.name, email: requestContacts.email });
    if (!removed) return { ok: false, reason: "not_found" };
    await recordAudit(tx, viewer, {
      action: "request_contact_removed",
      ...{ subjectId: id, at: now(), details: removed },
    });
    return { ok: true };
  });
}
