import { after } from "next/server";
import type { AccountReader } from "@/lib/access/viewer";
import { followDelivery } from "@/lib/http/response-head";
import { describeError, log } from "@/lib/log";
import { recordDownloads } from "./record-downloads";
import { recordSeen } from "./record-seen";

/**
 * Records, after the current response, that the user saw or downloaded the invoice; an interrupted download does not
 * count. Never delays or fails the response: an error here is only logged.
 */
export function recordReading(viewer: AccountReader, id: string, reading: "seen" | "downloaded"): void {
  const wasDelivered = followDelivery();
  after(async () => {
    try {
      if (reading === "seen") await recordSeen(viewer, id);
      else {
        const proof = wasDelivered();
        if (proof !== null) await recordDownloads(viewer, [id], proof);
      }
    } catch (error) {
      log("error", "reading_not_recorded", { invoiceId: id, ...describeError(error) });
    }
  });
}
