import { sqlClient } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { networkOf } from "@/lib/http/client-address";
import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { normalizeIdentifier } from "./identifier";
import { HashingBusy, verifyPassword } from "./password-hash";
import { SESSION_LIFETIME_MS } from "./session";
import { PER_IDENTIFIER, PER_NETWORK, returnAttempts, takeAttempt } from "./throttle";
import { userViewer, type SignedInUser } from "./viewer";
import { withViewer } from "./with-viewer";

export interface SignInAttempt {
  identifier: string;
  password: string;
  /** "" when unknown. */
  address: string;
  userAgent: string;
}

export type SignInResult =
  | { ok: true; sessionId: string; userId: string }
  | { ok: false; reason: "wrong" | "busy" }
  | { ok: false; reason: "too_many"; retryAfterMs: number }
  | { ok: false; reason: "default_password_expired" | "account_closed" };

interface Credentials {
  user_id: string;
  password_hash: string | null;
  role: SignedInUser["kind"];
  status: "active" | "disabled";
  stamp: number;
  account_id: string | null;
  supplier_id: string | null;
  account_state: string | null;
  default_password_expires_at: Date | null;
}

/**
 * Opens a new session for whoever knows the identifier and its password.
 *
 * Unknown, wrong and disabled get the same answer for the same work (OWASP: authentication responses). Attempts are
 * counted before the password is looked at, per identifier and per network, so parallel guesses gain nothing; one that
 * was not looked at (`busy`) is given back. Only the right password learns that a default password expired unused
 * (product, settled conflicts) or that the account is closed.
 */
export async function signIn(attempt: SignInAttempt): Promise<SignInResult> {
  const at = now();
  const identifier = normalizeIdentifier(attempt.identifier);
  const network = networkOf(attempt.address);
  const waitMs =
    (network && (await takeAttempt(PER_NETWORK, network, at))) ||
    (await takeAttempt(PER_IDENTIFIER, identifier, at));
  if (waitMs > 0) return { ok: false, reason: "too_many", retryAfterMs: waitMs };

  const giveBack = async (all: boolean) => {
    await returnAttempts(PER_IDENTIFIER, identifier, all);
    if (network) await returnAttempts(PER_NETWORK, network, false);
  };

  const [found] = await sqlClient()<Credentials[]>`select * from auth_credentials(${identifier})`;
  let isRight: boolean;
  try {
    isRight = await verifyPassword(found?.password_hash ?? null, attempt.password);
  } catch (error) {
    if (!(error instanceof HashingBusy)) throw error;
    await giveBack(false);
    return { ok: false, reason: "busy" };
  }
  if (!isRight || !found || found.status !== "active") return { ok: false, reason: "wrong" };
  if (found.account_state === "closed") return { ok: false, reason: "account_closed" };
  if (found.default_password_expires_at && found.default_password_expires_at <= at)
    return { ok: false, reason: "default_password_expired" };

  await giveBack(true);
  return { ok: true, userId: found.user_id, sessionId: await openSession(found, attempt, at) };
}

async function openSession(found: Credentials, attempt: SignInAttempt, at: Date): Promise<string> {
  const sessionId = randomUUID();
  const viewer = userViewer({
    userId: found.user_id,
    role: found.role,
    accountId: found.account_id,
    supplierId: found.supplier_id,
  });
  await withViewer(viewer, async (tx) => {
    const [user] = await tx
      .select({ lastSignInAt: users.lastSignInAt })
      .from(users)
      .where(eq(users.id, found.user_id));
    await tx.insert(sessions).values({
      id: sessionId,
      previousVisitAt: user?.lastSignInAt ?? null,
      userId: found.user_id,
      stamp: found.stamp,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_LIFETIME_MS),
      ip: attempt.address,
      userAgent: attempt.userAgent.slice(0, 300),
    });
    await tx.update(users).set({ lastSignInAt: at }).where(eq(users.id, found.user_id));
    await recordAudit(tx, viewer, { action: "signed_in", subjectId: found.user_id, at });
  });
  return sessionId;
}
