import { sqlClient } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { eq, sql } from "drizzle-orm";
import { hashPassword, HashingBusy, verifyPassword } from "./password-hash";
import { newPasswordFaults, type NewPasswordFault } from "./new-password-faults";
import type { Session } from "./session";
import { withViewer } from "./with-viewer";

export type PasswordRefusal = NewPasswordFault | "different" | "same_as_before" | "busy";

/**
 * Replaces the password that an administrator set, at its first use (product, settled conflicts). The user's other
 * sessions end; this one goes on. Refused: two entries that differ, the rule's faults, the same password again.
 */
export async function replaceDefaultPassword(
  session: Session,
  entries: { password: string; confirmation: string },
): Promise<{ ok: true } | { ok: false; faults: PasswordRefusal[] }> {
  const { password, confirmation } = entries;
  const faults: PasswordRefusal[] = newPasswordFaults(password, session.identifier);
  if (password !== confirmation) faults.push("different");
  if (faults.length > 0) return { ok: false, faults };
  let passwordHash: string;
  try {
    const [current] = await sqlClient()<{ password_hash: string | null }[]>`
      select password_hash from auth_credentials(${session.identifier})`;
    if (await verifyPassword(current?.password_hash ?? null, password))
      return { ok: false, faults: ["same_as_before"] };
    passwordHash = await hashPassword(password);
  } catch (error) {
    if (error instanceof HashingBusy) return { ok: false, faults: ["busy"] };
    throw error;
  }
  const at = now();
  const { viewer } = session;
  await withViewer(viewer, async (tx) => {
    const [changed] = await tx
      .update(users)
      .set({
        passwordHash,
        passwordChangedAt: at,
        mustChangePassword: false,
        defaultPasswordExpiresAt: null,
        stamp: sql`${users.stamp} + 1`,
      })
      .where(eq(users.id, viewer.userId))
      .returning({ stamp: users.stamp });
    if (!changed) throw new Error("A signed-in user is not there.");
    await tx.update(sessions).set({ stamp: changed.stamp }).where(eq(sessions.id, session.id));
    await recordAudit(tx, viewer, { action: "password_changed", subjectId: viewer.userId, at });
  });
  return { ok: true };
}
