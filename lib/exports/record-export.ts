import { after } from "next/server";
import { followDelivery } from "@/lib/http/response-head";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { describeError, log } from "@/lib/log";
import type { Export } from "./open-export";

const BATCH_SIZE = 5_000;

/**
 * Records that the user took the invoices of an export, for each account as its own user, after the whole response was sent.
 * It runs after the response and does not throw, so it cannot delay the response or make it fail.
 */
export function recordExport({ originals }: Export, isComplete: () => boolean): void {
  const wasDelivered = followDelivery();
  after(async () => {
    const proof = wasDelivered();
    if (!isComplete() || proof === null) return;
    try {
      for (const { viewer, ids } of originals)
        for (let at = 0; at < ids.length; at += BATCH_SIZE)
          await recordDownloads(viewer, ids.slice(at, at + BATCH_SIZE), proof);
    } catch (error) {
      log("error", "export_not_recorded", describeError(error));
    }
  });
}
