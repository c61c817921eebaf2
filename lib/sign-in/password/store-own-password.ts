import { and, eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Session } from "@/lib/sign-in/session/session";

/**
 * Stores the hash of a password that a signed-in user chose, within a transaction: the user's other sessions end, this
 * one goes on. False, and nothing stored, when the user changed since `stamp` was read: of two simultaneous changes one
 * succeeds.
 */
export async function storeOwnPassword(
  tx: Transaction,
  { id, viewer }: Pick<Session, "id" | "viewer">,
  chosen: { passwordHash: string; stamp: number; at: Date },
): Promise<boolean> {
  const { passwordHash, stamp, at } = chosen;
  const [changed] = await tx
    .update(users)
    .set({
      passwordHash,
      passwordChangedAt: at,
      mustChangePassword: false,
      defaultPasswordExpiresAt: null,
      stamp: sql`${users.stamp} + 1`,
    })
    .where(and(eq(users.id, viewer.userId), eq(users.stamp, stamp)))
    .returning({ stamp: users.stamp });
  if (!changed) return false;
  // Whoever knew the present password needs no other sign-in behind this session; what was attached by it ended here.
  await tx.update(sessions).set({ stamp: changed.stamp, originUserId: null }).where(eq(sessions.id, id));
  await recordAudit(tx, viewer, { action: "password_changed", subjectId: viewer.userId, at });
  return true;
}
