import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { isEnded } from "@/lib/request-choices";
import { addStaffMessage } from "./add-staff-message";
import { lockRequest } from "./lock-request";

/** Closes a request of the supplier's customer, or opens an ended one again. Refuses when it is already so. */
export function closeOrReopenRequest(
  viewer: StaffUser,
  id: string,
  outcome: "closed" | "reopened",
): Promise<{ ok: true; isTold: boolean } | { ok: false; reason: "not_found" | "already_so" }> {
  return withViewer(viewer, async (tx) => {
    const request = await lockRequest(tx, viewer, id);
    if (!request) return { ok: false, reason: "not_found" };
    if (isEnded(request.state) === (outcome === "closed")) return { ok: false, reason: "already_so" };
    return { ok: true, ...(await addStaffMessage(tx, viewer, request, { text: "", outcome, at: now() })) };
  });
}
