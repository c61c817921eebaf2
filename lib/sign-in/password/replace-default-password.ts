import { ownersOf } from "@/lib/access/owners";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { Busy } from "@/lib/limits/take-turn";
import { isConfirmed } from "@/lib/password-rule";
import type { Session } from "@/lib/sign-in/session/session";
import { type NewPasswordFault, newPasswordFaults } from "./new-password-faults";
import { ownCredentials } from "./own-credentials";
import { hashPassword, verifyPassword } from "./password-hash";
import { storeOwnPassword } from "./store-own-password";

export type PasswordRefusal = NewPasswordFault | "different" | "same_as_before" | "busy";

/**
 * Replaces the default password that an administrator set, at its first use. The user's other sessions end; this one
 * continues. Refuses a password that breaks the rules, differs from its confirmation, or is the same as before. `busy`:
 * too many passwords are being hashed, or the user was changed at the same time.
 */
export async function replaceDefaultPassword(
  session: Session,
  entries: { password: string; confirmation: string },
): Promise<{ ok: true } | { ok: false; faults: PasswordRefusal[] }> {
  const { password, confirmation } = entries;
  const faults: PasswordRefusal[] = newPasswordFaults(password, session.identifier);
  if (!isConfirmed(password, confirmation)) faults.push("different");
  if (faults.length > 0) return { ok: false, faults };
  const { passwordHash: current, stamp } = await ownCredentials(session.identifier);
  const asker = { owners: ownersOf(session.viewer), isKnown: true };
  let passwordHash: string;
  try {
    if (await verifyPassword(current, password, asker)) return { ok: false, faults: ["same_as_before"] };
    passwordHash = await hashPassword(password, asker);
  } catch (error) {
    if (error instanceof Busy) return { ok: false, faults: ["busy"] };
    throw error;
  }
  const chosen = { passwordHash, stamp, at: now() };
  const isStored = await withViewer(session.viewer, (tx) => storeOwnPassword(tx, session, chosen));
  return isStored ? { ok: true } : { ok: false, faults: ["busy"] };
}
