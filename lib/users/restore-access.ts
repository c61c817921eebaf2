import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { endShares } from "@/lib/links/shares/end-shares";

/**
 * Gives former users of an account their access and role back, and ends that of the user who came in their place, when a
 * change of address is undone (R21). Sessions and links that ended stay ended.
 */
export async function restoreAccess(
  tx: Transaction,
  viewer: Viewer,
  former: readonly { id: string; role: "administrator" | "member" }[],
  { successorId, at }: { successorId: string | null; at: Date },
): Promise<void> {
  for (const { id, role } of former)
    await tx.update(users).set({ role, status: "active" }).where(eq(users.id, id));
  if (successorId === null) return;
  await tx
    .update(users)
    .set({ status: "disabled", stamp: sql`${users.stamp} + 1` })
    .where(eq(users.id, successorId));
  await endShares(tx, viewer, [successorId], at);
}
