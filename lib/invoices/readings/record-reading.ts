import { after } from "next/server";
import type { CustomerUser } from "@/lib/access/viewer";
import { followDelivery } from "@/lib/http/response-head";
import { describeError, log } from "@/lib/log";
import { recordDownloads } from "./record-downloads";
import { recordSeen } from "./record-seen";

/**
 * Notes once the answer under way is over that its reader saw or downloaded the invoice; a download that broke off does
 * not count. Never delays the answer, nor fails it: a note that cannot be made is logged.
 */
export function recordReading(viewer: CustomerUser, id: string, reading: "seen" | "downloaded"): void {
  const wasDelivered = followDelivery();
  after(async () => {
    try {
      if (reading === "seen") await recordSeen(viewer, id);
      else if (wasDelivered()) await recordDownloads(viewer, [id]);
    } catch (error) {
      log("error", "reading_not_recorded", { invoiceId: id, ...describeError(error) });
    }
  });
}
