import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import {
  checkCredentials,
  type CredentialsRefusal,
  type TypedCredentials,
} from "@/lib/sign-in/check-credentials";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { joinPersons, type JoinResult } from "./join-persons";

export type AttachResult =
  | JoinResult
  | CredentialsRefusal
  /** Only whoever proved the password learns these. */
  | { ok: false; reason: "staff" | "must_change" };

/**
 * « Rattacher un autre identifiant »: whoever proves its password once, in a live session of theirs, is one person with
 * both from then on, whichever suppliers they belong to. Counted and answered like a sign-in with that identifier. Staff
 * is never attached.
 */
export async function attachIdentifier(
  session: CustomerSession,
  typed: TypedCredentials,
): Promise<AttachResult> {
  const retryAfterMs = await takeChange(session.viewer.userId, now());
  if (retryAfterMs > 0) return { ok: false, reason: "too_many", retryAfterMs };
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
