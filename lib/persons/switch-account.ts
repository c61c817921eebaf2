import { and, asc, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Transaction } from "@/db/transaction";
import type { Person } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { markSessionEnded } from "@/lib/sign-in/session/mark-session-ended";
import { recordSignIn } from "@/lib/sign-in/session/record-sign-in";
import { startSession } from "@/lib/sign-in/session/start-session";
import { isUuid } from "@/lib/uuid";
import { lockUsers } from "./lock-users";
import { type OwnAccount, ownAccount, type OwnAccountRow, ownAccountRows } from "./own-account";

export type SwitchResult =
  | { ok: true; sessionId: string; expiresAt: Date; account: OwnAccount }
  | { ok: false; reason: "unreachable" | "too_often" };

interface Origin {
  userId: string;
  expiresAt: Date;
  /** When the user who signed in last proved who they are: switching is not a proof. */
  provenAt: Date | null;
  /** The users whose second factor was given. */
  factorUserIds: string[];
  /** The digest of the browser's secret, so that the browser stays a known device. */
  deviceHash: string | null;
}

/**
 * Continues as another user of the same person without a new sign-in. The database checks now that this is allowed; the
 * page that offered it is not trusted. A new session replaces the current one and ends at the same time as the current
 * one would have (OWASP ASVS 5.0 V7.3), so switching never lengthens a session. Only one of two simultaneous switches
 * succeeds. The journals of both accounts note an end and a start; neither names the other account.
 */
export async function switchAccount(
  session: CustomerSession,
  targetUserId: string,
  browser: { address: string; userAgent: string },
): Promise<SwitchResult> {
  if (!isUuid(targetUserId)) return { ok: false, reason: "unreachable" };
  const at = now();
  if ((await takeChange(session.viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  const person: Person = { kind: "person", sessionId: session.id, other: { userId: targetUserId } };
  return withViewer(person, async (tx): Promise<SwitchResult> => {
    const origin = await lockSession(tx, session, targetUserId);
    if (!origin) return { ok: false, reason: "unreachable" };
    const rows = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
    const row = rows.find(({ user_id }) => user_id === targetUserId);
    const account = row && ownAccount(row, session);
    if (!account || account.isCurrent) return { ok: false, reason: "unreachable" };
    await markSessionEnded(tx, session.id, at);
    await recordAudit(tx, session.viewer, { action: "signed_out", subjectId: session.viewer.userId, at });
    const sessionId = await openSession(tx, { ...origin, stamp: row.stamp, targetUserId, at }, browser);
    await recordAudit(tx, account.viewer, { action: "signed_in", subjectId: targetUserId, at });
    await recordAudit(tx, person, {
      action: "account_switched",
      subjectId: targetUserId,
      at,
      details: { from: session.viewer.userId },
    });
    return { ok: true, sessionId, expiresAt: origin.expiresAt, account };
  });
}

/**
 * Locks all users whose proofs the new session needs, then the current session: everything that ends a proof locks in
 * this order too. Null when the session has ended.
 */
async function lockSession(
  tx: Transaction,
  session: CustomerSession,
  targetUserId: string,
): Promise<Origin | null> {
  const live = and(eq(sessions.id, session.id), isNull(sessions.endedAt));
  const columns = {
    userId: sessions.userId,
    originUserId: sessions.originUserId,
    expiresAt: sessions.expiresAt,
    provenAt: sessions.provenAt,
    factorUserIds: sessions.factorUserIds,
    deviceHash: sessions.deviceHash,
  };
  const [seen] = await tx.select(columns).from(sessions).where(live);
  if (!seen) return null;
  const userId = seen.originUserId ?? seen.userId;
  await lockUsers(tx, [userId, seen.userId, targetUserId]);
  const [locked] = await tx.select({ id: sessions.id }).from(sessions).where(live).for("update");
  if (!locked) return null;
  const { expiresAt, provenAt, factorUserIds, deviceHash } = seen;
  return { userId, expiresAt, provenAt, factorUserIds, deviceHash };
}

async function openSession(
  tx: Transaction,
  opening: Origin & { stamp: number; targetUserId: string; at: Date },
  browser: { address: string; userAgent: string },
): Promise<string> {
  const {
    userId: originUserId,
    expiresAt,
    provenAt,
    factorUserIds,
    deviceHash,
    stamp,
    targetUserId,
    at,
  } = opening;
  return startSession(
    tx,
    {
      userId: targetUserId,
      originUserId: originUserId === targetUserId ? null : originUserId,
      stamp,
      expiresAt,
      provenAt,
      factorUserIds,
      deviceHash,
      previousVisitAt: await previousVisit(tx, targetUserId, expiresAt, at),
    },
    browser,
    at,
  );
}

/**
 * Returns the user's last visit before this sign-in, and records the sign-in. If this user has had a session with the
 * same end, returns that session's value: switching back and forth does not change which invoices are new.
 */
async function previousVisit(
  tx: Transaction,
  userId: string,
  expiresAt: Date,
  at: Date,
): Promise<Date | null> {
  const [earlier] = await tx
    .select({ previousVisitAt: sessions.previousVisitAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.expiresAt, expiresAt)))
    .orderBy(asc(sessions.createdAt))
    .limit(1);
  if (earlier) return earlier.previousVisitAt;
  return recordSignIn(tx, userId, at);
}
