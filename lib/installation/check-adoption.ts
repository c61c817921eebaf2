import { installation } from "@/db/schema/installation";
import { withViewer } from "@/lib/access/with-viewer";
import { atMostEvery } from "@/lib/at-most-every";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type Adoption, readAdoption } from "./read-adoption";

const isLogDue = atMostEvery(MINUTE_MS);

/**
 * Returns whether this deployment may do background work; logs loudly when not. The first deployment that asks is
 * remembered: of several on one new database exactly one.
 */
export async function checkAdoption(): Promise<Adoption> {
  const { APP_URL, EMBEDDED } = env();
  const at = now();
  const adoption = await withViewer({ kind: "job" }, async (tx) => {
    const found = await readAdoption(tx);
    if (!found.ok || EMBEDDED) return found;
    await tx.insert(installation).values({ appUrl: APP_URL, adoptedAt: at }).onConflictDoNothing();
    return readAdoption(tx);
  });
  if (!adoption.ok && isLogDue(at))
    log("error", "not_adopted", { reason: `the database belongs to ${adoption.rememberedUrl}` });
  return adoption;
}
