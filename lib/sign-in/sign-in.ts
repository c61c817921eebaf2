import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { suppliers } from "@/db/schema/suppliers";
import { users } from "@/db/schema/users";
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

export interface SignInAttempt extends TypedCredentials {
  userAgent: string;
  /** Slug of the supplier on whose page this was typed; it decides nothing, and is kept where it is another's (R11). */
  entrySupplier?: string;
}

export type SignInResult = { ok: true; sessionId: string; userId: string } | CredentialsRefusal;

/** Opens a new session when identifier and password are correct; refuses like `checkCredentials`. */
export async function signIn(attempt: SignInAttempt): Promise<SignInResult> {
  const checked = await checkCredentials(attempt);
  if (!checked.ok) return checked;
  return {
    ok: true,
    userId: checked.user.userId,
    sessionId: await openSession(checked.user, attempt, now()),
  };
}

async function openSession(user: KnownUser, attempt: SignInAttempt, at: Date): Promise<string> {
  const { userId } = user;
  const sessionId = randomUUID();
  const viewer = userViewer(user);
  await withViewer(viewer, async (tx) => {
    const [before] = await tx
      .select({ lastSignInAt: users.lastSignInAt })
      .from(users)
      .where(eq(users.id, userId));
    await tx.insert(sessions).values({
      id: sessionId,
      previousVisitAt: before?.lastSignInAt ?? null,
      entrySupplierId: await otherSupplier(tx, attempt.entrySupplier ?? "", user.supplierId),
      userId,
      stamp: user.stamp,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_LIFETIME_MS),
      ip: attempt.address,
      userAgent: attempt.userAgent.slice(0, 300),
    });
    await tx.update(users).set({ lastSignInAt: at }).where(eq(users.id, userId));
    await recordAudit(tx, viewer, { action: "signed_in", subjectId: userId, at });
  });
  return sessionId;
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
