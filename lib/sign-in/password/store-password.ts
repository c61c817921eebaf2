import { type SQL, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";

/**
 * Stores the hash of the password that a user chose. All sessions of the user end, because the stamp increases (security
 * T7). With `provesAddress` the user's address counts as proven by a mailed link. Returns the new stamp, or null when no
 * user matches.
 */
export async function storePassword(
  tx: Transaction,
  which: SQL | undefined,
  chosen: { passwordHash: string; at: Date; provesAddress?: boolean },
): Promise<number | null> {
  const { passwordHash, at, provesAddress = false } = chosen;
  const [changed] = await tx
    .update(users)
    .set({
      passwordHash,
      passwordChangedAt: at,
      mustChangePassword: false,
      defaultPasswordExpiresAt: null,
      stamp: sql`${users.stamp} + 1`,
      ...(provesAddress && { emailVerifiedAt: at }),
    })
    .where(which)
    .returning({ stamp: users.stamp });
  return changed?.stamp ?? null;
}
