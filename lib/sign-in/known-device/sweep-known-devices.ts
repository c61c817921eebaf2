import { lt } from "drizzle-orm";
import { knownDevices } from "@/db/schema/known-devices";
import { withViewer } from "@/lib/access/with-viewer";
import { oldestKnownUse } from "./known-device";

const EVERY_MS = 3_600_000;

let sweptAt = 0;

/** Deletes browsers that nobody signed in on for a year. Runs at most once an hour in each process. */
export async function sweepKnownDevices(at: Date): Promise<void> {
  if (Math.abs(at.getTime() - sweptAt) < EVERY_MS) return;
  sweptAt = at.getTime();
  await withViewer({ kind: "job" }, (tx) =>
    tx.delete(knownDevices).where(lt(knownDevices.lastUsedAt, oldestKnownUse(at))),
  );
}
