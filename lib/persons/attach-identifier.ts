import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { normalizeIdentifier } from "@/lib/identifier";
import { takeChange } from "@/lib/limits/throttle";
import {
  checkCredentials,
  type CredentialsRefusal,
  type TypedCredentials,
} from "@/lib/sign-in/check-credentials";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { checkCode } from "@/lib/sign-in/second-factor/check-code";
import { hasSecondFactor } from "@/lib/sign-in/second-factor/find-second-factor";
import { noteFactor } from "@/lib/sign-in/second-factor/note-factor";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { joinPersons, type JoinResult } from "./join-persons";

export type AttachResult =
  | JoinResult
  | StaleProof
  | CredentialsRefusal
  /** Returned only if the password was correct. The reasons `code_…` are about the other identifier's second factor. */
  | { ok: false; reason: "staff" | "must_change" | "code_needed" | "code_wrong" | "code_used" };

/**
 * « Rattacher un autre identifiant »: makes the signed-in user and the user of another identifier one person, also
 * across suppliers. Needs two proofs: the other identifier's password, and fresh proof of the signed-in person, because
 * the other identifier then opens that person's accounts too. Attempts are counted and refused like sign-ins with the
 * other identifier. Refuses staff, and a user who must first choose a new password. An identifier with a
 * second factor also needs its code. This session may then switch to it; a later session has to give the code again.
 */
export async function attachIdentifier(
  session: CustomerSession,
  typed: TypedCredentials & { code?: string },
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
  const factor = await checkOtherFactor(session, userId, typed);
  if (!factor.ok) return factor;
  return withViewer({ kind: "person", sessionId: session.id, other: { userId } }, (tx) =>
    joinPersons(tx, session, user),
  );
}

/** Attaching asks for everything that signing in with the other identifier would ask (product, settled conflicts). */
async function checkOtherFactor(
  session: CustomerSession,
  userId: string,
  { identifier, code = "", address, device }: TypedCredentials & { code?: string },
): Promise<{ ok: true } | Extract<AttachResult, { ok: false }>> {
  if (!(await hasSecondFactor(userId))) return { ok: true };
  if (code.trim() === "") return { ok: false, reason: "code_needed" };
  const user = { userId, identifier: normalizeIdentifier(identifier) };
  const checked = await checkCode(user, { code, address, device, only: "application" });
  if (checked.ok) {
    await noteFactor(session.id, userId);
    return checked;
  }
  if (checked.reason === "too_many") return checked;
  return { ok: false, reason: checked.reason === "used" ? "code_used" : "code_wrong" };
}
