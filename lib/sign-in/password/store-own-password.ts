import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/record-audit";
import { rememberDevice } from "@/lib/sign-in/known-device/remember-device";
import type { Session } from "@/lib/sign-in/session/session";
import { storePassword } from "./store-password";

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
  const unchanged = and(eq(users.id, viewer.userId), eq(users.stamp, stamp));
  const newStamp = await storePassword(tx, unchanged, { passwordHash, at });
  if (newStamp === null) return false;
  // The current password was a proof, so this session no longer depends on the identifier it was switched from; and the
  // attachments proven by the old password have ended.
  const [session] = await tx
    .update(sessions)
    .set({ stamp: newStamp, originUserId: null })
    .where(eq(sessions.id, id))
    .returning({ deviceHash: sessions.deviceHash });
  // The new stamp makes all known browsers unknown. The one in use becomes known again.
  if (session?.deviceHash)
    await rememberDevice(tx, { userId: viewer.userId, stamp: newStamp, secretHash: session.deviceHash, at });
  await recordAudit(tx, viewer, { action: "password_changed", subjectId: viewer.userId, at });
  return true;
}
