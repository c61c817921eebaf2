import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { isEnded } from "@/lib/request-choices";
import { addStaffMessage } from "./add-staff-message";
import { lockRequest } from "./lock-request";

/**
 * Closes a request of a customer of the supplier, or reopens an ended one. Refuses a request that is not the supplier's
 * (`not_found`), or that already has the state asked for (`already_so`).
 */
export function closeOrReopenRequest(
  viewer: StaffUser,
  id: string,
  outcome: "closed" | "reopened",
): Promise<{ ok: true; isNotified: boolean } | { ok: false; reason: "not_found" | "already_so" }> {
  return withViewer(viewer, async (tx) => {
    const request = await lockRequest(tx, viewer, id);
    if (!request) return { ok: false, reason: "not_found" };
    if (isEnded(request.state) === (outcome === "closed")) return { ok: false, reason: "already_so" };
    return { ok: true, ...(await addStaffMessage(tx, viewer, request, { text: "", outcome, at: now() })) };
  });
}
