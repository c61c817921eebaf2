import { lt } from "drizzle-orm";
import { knownDevices } from "@/db/schema/known-devices";
import { withViewer } from "@/lib/access/with-viewer";
import { atMostEvery } from "@/lib/at-most-every";
import { HOUR_MS } from "@/lib/durations";
import { oldestKnownUse } from "./known-device";

const isDue = atMostEvery(HOUR_MS);

/** Deletes browsers that nobody signed in on for a year. Runs at most once an hour in each process. */
export async function sweepKnownDevices(at: Date): Promise<void> {
  if (!isDue(at)) return;
  await withViewer({ kind: "job" }, (tx) =>
    tx.delete(knownDevices).where(lt(knownDevices.lastUsedAt, oldestKnownUse(at))),
  );
}
