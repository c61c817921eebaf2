import { and, desc, eq, notInArray } from "drizzle-orm";
import { knownDevices } from "@/db/schema/known-devices";
import type { Transaction } from "@/db/transaction";

/** The maximum number of known browsers of one user; limited, because each allows 25 guesses a day. */
const MAX_KNOWN_DEVICES = 20;

/**
 * Remembers the browser on which this user has just given the right password or chosen it by a mailed link, in the
 * transaction `tx` of that change. The user's 20 browsers used last stay known.
 */
export async function rememberDevice(
  tx: Transaction,
  { userId, stamp, secretHash, at }: { userId: string; stamp: number; secretHash: string; at: Date },
): Promise<void> {
  const used = { stamp, lastUsedAt: at };
  await tx
    .insert(knownDevices)
    .values({ userId, secretHash, knownSince: at, ...used })
    .onConflictDoUpdate({ target: [knownDevices.userId, knownDevices.secretHash], set: used });
  const newest = tx
    .select({ secretHash: knownDevices.secretHash })
    .from(knownDevices)
    .where(eq(knownDevices.userId, userId))
    .orderBy(desc(knownDevices.lastUsedAt), desc(knownDevices.knownSince))
    .limit(MAX_KNOWN_DEVICES);
  await tx
    .delete(knownDevices)
    .where(and(eq(knownDevices.userId, userId), notInArray(knownDevices.secretHash, newest)));
}
