import { after } from "next/server";
import type { LinkViewer } from "@/lib/access/viewer";
import { followDelivery } from "@/lib/http/response-head";
import { describeError, log } from "@/lib/log";
import { takeByLink } from "@/lib/takings/take-by-link";

/**
 * Records, after the current response, that the invoice was taken by the button of a direct link; an interrupted
 * download does not count. Never delays or fails the response: an error here is only logged.
 */
export function recordLinkTaking(viewer: LinkViewer, invoiceId: string): void {
  const wasDelivered = followDelivery();
  after(async () => {
    const proof = wasDelivered();
    if (proof === null) return;
    try {
      await takeByLink(viewer, invoiceId, proof);
    } catch (error) {
      log("error", "link_taking_not_recorded", { invoiceId, ...describeError(error) });
    }
  });
}
