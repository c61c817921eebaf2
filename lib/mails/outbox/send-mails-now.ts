import { now } from "@/lib/clock";
import { claimMails } from "./claim-shipments";
import { sendShipment } from "./send-shipment";

/**
 * Sends these queued mails at once, ahead of the outbox, one after the other. A mail that is not accepted stays in the
 * outbox, which tries it again; one that another process has claimed is left to it.
 */
export async function sendMailsNow(ids: readonly string[]): Promise<void> {
  // Claimed one by one: the lease of the last one must not end while the first ones wait for the provider.
  for (const id of ids) for (const shipment of await claimMails([id], now())) await sendShipment(shipment);
}
