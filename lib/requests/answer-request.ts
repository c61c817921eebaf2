import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { addStaffMessage } from "./add-staff-message";
import { lockRequest } from "./lock-request";
import { type MessageFault, readMessage } from "./read-message";

export type AnsweredRequest =
  { ok: true; isNotified: boolean } | { ok: false; reason: MessageFault | "not_found" | "newer_message" };

/**
 * Answers a request of the supplier's customer, who is told by mail. `seen` is the last entry of the thread that the
 * viewer saw. Refuses when the thread has a newer one, so that two advisers do not answer the same message.
 */
export function answerRequest(
  viewer: StaffUser,
  id: string,
  answer: { text: string; seen: string },
): Promise<AnsweredRequest> {
  return withViewer(viewer, async (tx): Promise<AnsweredRequest> => {
    const read = readMessage(answer.text, "supplier");
    if (!read.ok) return read;
    const request = await lockRequest(tx, viewer, id);
    if (!request) return { ok: false, reason: "not_found" };
    if (request.lastEntryId !== answer.seen) return { ok: false, reason: "newer_message" };
    return {
      ok: true,
      ...(await addStaffMessage(tx, viewer, request, { text: read.text, outcome: null, at: now() })),
    };
  });
}
