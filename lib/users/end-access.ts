import { inArray, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { endShares } from "@/lib/links/shares/end-shares";

/**
 * Ends the access of administrators whose account has a new address (R21): they are disabled, or stay as members. All
 * their sessions end, because their stamp increases (security T7); the links of disabled users end.
 */
export async function endAccess(
  tx: Transaction,
  viewer: Viewer,
  userIds: readonly string[],
  { keepsMember, at }: { keepsMember: boolean; at: Date },
): Promise<void> {
  if (userIds.length === 0) return;
  await tx
    .update(users)
    .set({ ...(keepsMember ? { role: "member" } : { status: "disabled" }), stamp: sql`${users.stamp} + 1` })
    .where(inArray(users.id, [...userIds]));
  if (!keepsMember) await endShares(tx, viewer, userIds, at);
}
