import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { TakingProof } from "@/lib/taking-choices";
import { recordTakings } from "@/lib/takings/record-takings";
import { keepFirstReading } from "./keep-first-reading";
import { oneOf } from "./one-of";

/**
 * Records, after delivery, that this user downloaded these originals in a session: the reading (see `keepFirstReading`)
 * and the taking. Records nothing for staff viewing as a customer's user.
 */
export async function recordDownloads(
  viewer: AccountReader,
  ids: readonly string[],
  proof: TakingProof = "delivered",
): Promise<void> {
  if (ids.length === 0 || viewer.kind === "view_as") return;
  const at = now();
  await withViewer(viewer, async (tx) => {
    await recordTakings(tx, viewer, oneOf(ids), { way: "session", proof, at });
    await keepFirstReading(tx, viewer, ids, { reading: "downloadedAt", at });
  });
}
