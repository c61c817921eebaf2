import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { applySetting } from "@/lib/accounts/apply-setting";
import { lockAccount } from "@/lib/accounts/lock-account";
import { now } from "@/lib/clock";
import { addStaffMessage } from "@/lib/requests/add-staff-message";
import { lockRequest } from "@/lib/requests/lock-request";
import { type MessageFault, readMessage } from "@/lib/requests/read-message";
import { fromStoredRequest } from "@/lib/requests/stored-request";

export interface Decision {
  outcome: "accepted" | "declined";
  /** The message sent with the decision. Declining requires one. */
  text: string;
  /** The last entry of the thread that the viewer saw. */
  seen: string;
}

export type DecidedRequest =
  | { ok: true; isNotified: boolean }
  | {
      ok: false;
      reason: MessageFault | "not_found" | "no_decision" | "newer_message" | "address_not_changed";
    };

/**
 * Accepts or declines a request for other notifications or for a duplicate, and mails the decision to the customer's
 * user. Accepting sets the requested preference. The address is changed with a separate form (R21), so a request for
 * another address is refused until that was done (`address_not_changed`). Declining needs a text. Refuses questions
 * and ended requests (`no_decision`), and a decision about a thread with a newer message.
 */
export function decideRequest(viewer: StaffUser, id: string, decision: Decision): Promise<DecidedRequest> {
  const { outcome, seen } = decision;
  return withViewer(viewer, async (tx): Promise<DecidedRequest> => {
    const read = readMessage(decision.text, "supplier");
    if (!read.ok && (read.reason === "too_long" || outcome === "declined")) return read;
    const request = await lockRequest(tx, viewer, id);
    if (!request) return { ok: false, reason: "not_found" };
    if (request.kind === "question" || (request.state !== "open" && request.state !== "answered"))
      return { ok: false, reason: "no_decision" };
    if (request.lastEntryId !== seen) return { ok: false, reason: "newer_message" };
    const at = now();
    if (outcome === "accepted") {
      const account = await lockAccount(tx, viewer, request.accountId);
      if (!account) return { ok: false, reason: "not_found" };
      const { address, preference } = fromStoredRequest(request);
      if (address !== null && address !== account.email && address !== account.pendingEmail)
        return { ok: false, reason: "address_not_changed" };
      if (preference !== null)
        await applySetting(tx, viewer, account, { preference }, { at, askedBy: request.userIdentifier });
    }
    const text = read.ok ? read.text : "";
    return { ok: true, ...(await addStaffMessage(tx, viewer, request, { text, outcome, at })) };
  });
}
