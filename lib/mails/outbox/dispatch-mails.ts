import { setTimeout as pause } from "node:timers/promises";
import { now } from "@/lib/clock";
import { mailTransport } from "@/lib/mails/transports/open-transport";
import { claimShipments } from "./claim-shipments";
import { pauseSuppliers } from "./pause-suppliers";
import { releaseHeldMails } from "./release-held-mails";
import { sendShipment } from "./send-shipment";
import type { Shipment, StateAfterTry } from "./shipment";

/** The number of parallel requests: while one waits for its answer, the mails of the next are rendered. */
const SENDERS = 2;

/** If the provider asks for a longer wait, the run stops and the next run tries again. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Pauses suppliers whose mails come back too often, releases mails that no longer have to wait, and sends due mails until
 * none is left or `deadline` has passed. Each mail or batch uses its own id as idempotency key and has the same bytes at
 * each try. Safe to run twice and in parallel. Returns the number of mails by their new state.
 */
export async function dispatchMails(deadline: Date): Promise<Record<StateAfterTry, number>> {
  const counts: Record<StateAfterTry, number> = { sent: 0, queued: 0, dead: 0, uncertain: 0 };
  await pauseSuppliers(now());
  await releaseHeldMails(now(), deadline);
  const claim = () => claimShipments(mailTransport().batchLimit, now(), deadline);
  async function sendFrom(first: readonly Shipment[]): Promise<void> {
    for (let shipments = first; shipments.length > 0;) {
      const tries = await Promise.all(shipments.map(sendShipment));
      for (const state of tries.flatMap((one) => one.states)) counts[state] += 1;
      const waitMs = Math.max(...tries.map((one) => one.waitMs));
      if (waitMs > LONGEST_WAIT_MS) return;
      shipments = await claim();
      // The lease of the mails just claimed is longer than this pause.
      if (shipments.length > 0 && waitMs > 0) await pause(waitMs);
    }
  }
  const first = await claim();
  if (first.length > 0) {
    const others = Array.from({ length: SENDERS - 1 }, async () => sendFrom(await claim()));
    await Promise.all([sendFrom(first), ...others]);
  }
  return counts;
}
