import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { userViewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { SESSION_LIFETIME_MS } from "@/lib/session-lifetime";
import {
  checkCredentials,
  type CredentialsRefusal,
  type KnownUser,
  type TypedCredentials,
} from "./check-credentials";
import { deviceHash } from "./known-device/known-device";
import { rememberDevice } from "./known-device/remember-device";
import { hasSecondFactor } from "./second-factor/find-second-factor";
import { recordSignIn } from "./session/record-sign-in";
import { startSession } from "./session/start-session";

export interface SignInAttempt extends TypedCredentials {
  userAgent: string;
  /**
   * The slug of the supplier on whose page the user signs in. It does not decide which account opens, and is stored
   * only if it is not the user's own supplier (R11).
   */
  entrySupplier?: string;
}

export type SignInResult = { ok: true; sessionId: string; userId: string } | CredentialsRefusal;

/**
 * Opens a new session when identifier and password are correct; refuses like `checkCredentials`. The browser with this
 * `device` secret is then known for this user. For staff, and for users with a second factor, the session first waits
 * for the code (`session/waiting-session.ts`), and the browser is known after the code.
 */
export async function signIn(attempt: SignInAttempt): Promise<SignInResult> {
  const checked = await checkCredentials(attempt);
  if (!checked.ok) return checked;
  const { user } = checked;
  const waits = user.accountId === null || (await hasSecondFactor(user.userId));
  return { ok: true, userId: user.userId, sessionId: await openSession(user, attempt, waits, now()) };
}

async function openSession(
  user: KnownUser,
  attempt: SignInAttempt,
  waits: boolean,
  at: Date,
): Promise<string> {
  const { userId } = user;
  const viewer = userViewer(user);
  const secretHash = deviceHash(attempt.device ?? "");
  return withViewer(viewer, async (tx) => {
    const sessionId = await startSession(
      tx,
      {
        userId,
        stamp: user.stamp,
        provenAt: at,
        expiresAt: new Date(at.getTime() + SESSION_LIFETIME_MS),
        previousVisitAt: await recordSignIn(tx, userId, at),
        entrySupplierId: await otherSupplier(tx, attempt.entrySupplier ?? "", user.supplierId),
        deviceHash: secretHash,
      },
      attempt,
      at,
    );
    if (waits) return sessionId;
    if (secretHash) await rememberDevice(tx, { userId, stamp: user.stamp, secretHash, at });
    await recordAudit(tx, viewer, { action: "signed_in", subjectId: userId, at });
    return sessionId;
  });
}

/** The supplier of the sign-in page, unless it is the user's own or the user has none. */
async function otherSupplier(
  tx: Transaction,
  slug: string,
  ownSupplierId: string | null,
): Promise<string | null> {
  if (ownSupplierId === null) return null;
  const [supplier] = await tx.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.slug, slug));
  return supplier && supplier.id !== ownSupplierId ? supplier.id : null;
}
