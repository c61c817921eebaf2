import { sqlClient } from "@/db/client";
import type { SignedInUser } from "@/lib/access/viewer";
import { now } from "@/lib/clock";
import { networkOf } from "@/lib/http/client-address";
import { normalizeIdentifier } from "@/lib/identifier";
import { Busy } from "@/lib/limits/take-turn";
import { identifierDigest, logSecurityEvent } from "@/lib/security-log";
import { askerOf, clearAttempts, countersOf, returnUnchecked, takeAttempts } from "./attempts";
import { deviceHash } from "./known-device/known-device";
import { verifyPassword } from "./password/password-hash";

export interface TypedCredentials {
  identifier: string;
  password: string;
  /** The client's network address, "" when unknown. */
  address: string;
  /** The secret of the browser's cookie (`Visitor`); without it the attempt counts among those of strangers. */
  device?: string;
}

/** The user whose password was correct. */
export interface KnownUser {
  userId: string;
  role: SignedInUser["kind"];
  stamp: number;
  accountId: string | null;
  supplierId: string | null;
  mustChangePassword: boolean;
}

export type CredentialsRefusal =
  | { ok: false; reason: "wrong" | "busy" }
  | { ok: false; reason: "too_many"; retryAfterMs: number }
  | { ok: false; reason: "default_password_expired" | "account_closed" };

interface Row {
  user_id: string;
  password_hash: string | null;
  role: SignedInUser["kind"];
  status: "active" | "disabled";
  stamp: number;
  account_id: string | null;
  supplier_id: string | null;
  account_state: string | null;
  must_change_password: boolean;
  default_password_expires_at: Date | null;
}

/**
 * Checks an identifier and its password, at sign-in and for other actions that need a password as proof.
 *
 * The answer and the work are the same for an unknown user, a wrong password and a disabled user (OWASP: authentication
 * responses). Attempts are counted for each identifier and network, or for the known browser (`attempts.ts`), before
 * the password is checked, so that parallel guesses gain nothing. An attempt that was not checked (`busy`) is taken
 * back. Only a person with the correct password is told that a default password expired or that the account is closed.
 */
export async function checkCredentials(
  typed: TypedCredentials,
): Promise<{ ok: true; user: KnownUser } | CredentialsRefusal> {
  const at = now();
  const identifier = normalizeIdentifier(typed.identifier);
  const network = networkOf(typed.address);
  const logged = { identifierDigest: identifierDigest(identifier), network };
  const attempt = { identifier, network, device: deviceHash(typed.device ?? "") };
  const counters = await countersOf(attempt, at);
  const waitMs = await takeAttempts(counters, at);
  if (waitMs > 0) {
    logSecurityEvent("sign_in_locked", logged);
    return { ok: false, reason: "too_many", retryAfterMs: waitMs };
  }

  const [found] = await sqlClient()<Row[]>`select * from auth_credentials(${identifier})`;
  let isRight: boolean;
  try {
    isRight = await verifyPassword(found?.password_hash ?? null, typed.password, askerOf(counters, attempt));
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    await returnUnchecked(counters);
    return { ok: false, reason: "busy" };
  }
  const refuse = (reason: "wrong" | "account_closed" | "default_password_expired") => {
    logSecurityEvent("sign_in_failed", { ...logged, subjectId: found?.user_id, reason });
    return { ok: false, reason } as const;
  };
  if (!isRight || !found || found.status !== "active") return refuse("wrong");
  if (found.account_state === "closed") return refuse("account_closed");
  if (found.default_password_expires_at && found.default_password_expires_at <= at)
    return refuse("default_password_expired");

  await clearAttempts(counters, attempt);
  const { user_id: userId, role, stamp, account_id: accountId, supplier_id: supplierId } = found;
  return {
    ok: true,
    user: { userId, role, stamp, accountId, supplierId, mustChangePassword: found.must_change_password },
  };
}
