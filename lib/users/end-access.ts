import { inArray, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";

/**
 * Ends the access of administrators whose account has a new address (R21): they are disabled, or stay as members. All
 * their sessions end, because their stamp increases (security T7).
 */
export async function endAccess(
  tx: Transaction,
  userIds: readonly string[],
  { keepsMember }: { keepsMember: boolean },
): Promise<void> {
  if (userIds.length === 0) return;
  await tx
    .update(users)
    .set({ ...(keepsMember ? { role: "member" } : { status: "disabled" }), stamp: sql`${users.stamp} + 1` })
    .where(inArray(users.id, [...userIds]));
}
