import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import {
  checkCredentials,
  type CredentialsRefusal,
  type TypedCredentials,
} from "@/lib/sign-in/check-credentials";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { joinPersons, type JoinResult } from "./join-persons";

export type AttachResult =
  | JoinResult
  | StaleProof
  | CredentialsRefusal
  /** Told only after the correct password. */
  | { ok: false; reason: "staff" | "must_change" };

/**
 * « Rattacher un autre identifiant »: the password of the other identifier, typed once in an open session, makes both users
 * one person, also across suppliers. Attempts are counted and answered like sign-ins with that identifier. Staff cannot
 * be attached. It asks for what signing in with that identifier asks, and for fresh proof of the signed-in person, whose
 * other accounts it will open.
 */
export async function attachIdentifier(
  session: CustomerSession,
  typed: TypedCredentials,
): Promise<AttachResult> {
  const retryAfterMs = await takeChange(session.viewer.userId, now());
  if (retryAfterMs > 0) return { ok: false, reason: "too_many", retryAfterMs };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const checked = await checkCredentials(typed);
  if (!checked.ok) return checked;
  const { user } = checked;
  if (user.accountId === null) return { ok: false, reason: "staff" };
  if (user.mustChangePassword) return { ok: false, reason: "must_change" };
  const { userId } = user;
  return withViewer({ kind: "person", sessionId: session.id, other: { userId } }, (tx) =>
    joinPersons(tx, session, user),
  );
}
