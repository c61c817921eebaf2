import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/record-audit";
import { rememberDevice } from "../known-device/remember-device";
import type { WaitingSession } from "../session/waiting-session";

/** The new id of the session, and when it ends, for its cookie. */
export interface CompletedSession {
  sessionId: string;
  expiresAt: Date;
}

/**
 * Completes a session whose user has just given the second factor, within a transaction of that user. A locked session
 * is unlocked. Another one gets a new id, and its browser becomes a known device. Null when the session has ended.
 */
export async function completeSession(
  tx: Transaction,
  waiting: WaitingSession,
  at: Date,
): Promise<CompletedSession | null> {
  const { id, viewer, stamp, deviceHash } = waiting;
  const { userId } = viewer;
  const isUnlock = waiting.state === "locked";
  const sessionId = isUnlock ? id : randomUUID();
  const [row] = await tx.execute<{ ok: boolean }>(sql`
    select auth_pass_second_factor(${id}, ${sessionId}, ${userId}, ${stamp}, ${at.toISOString()}) as ok`);
  if (!row?.ok) return null;
  if (deviceHash) await rememberDevice(tx, { userId, stamp, secretHash: deviceHash, at });
  if (!isUnlock) await recordAudit(tx, viewer, { action: "signed_in", subjectId: userId, at });
  const [session] = await tx
    .select({ expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return session ? { sessionId, expiresAt: session.expiresAt } : null;
}
