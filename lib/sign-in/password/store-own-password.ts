import { and, eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Session } from "@/lib/sign-in/session/session";

/**
 * Stores the hash of a signed-in user's new password, within a transaction. The user's other sessions end; this one
 * continues. Returns false and stores nothing when the user changed since `stamp` was read, so that only one of two
 * simultaneous changes succeeds.
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
  // The current password was a proof, so this session no longer depends on the identifier it was switched from; and the
  // attachments proven by the old password have ended.
  await tx.update(sessions).set({ stamp: changed.stamp, originUserId: null }).where(eq(sessions.id, id));
  await recordAudit(tx, viewer, { action: "password_changed", subjectId: viewer.userId, at });
  return true;
}
