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
  /** Returned only if the password was correct. */
  | { ok: false; reason: "staff" | "must_change" };

/**
 * « Rattacher un autre identifiant »: makes the signed-in user and the user of another identifier one person, also
 * across suppliers. Needs two proofs: the other identifier's password, and fresh proof of the signed-in person, because
 * the other identifier then opens that person's accounts too. Attempts are counted and refused like sign-ins with the
 * other identifier. Staff cannot be attached, nor a user who must first choose a new password.
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
