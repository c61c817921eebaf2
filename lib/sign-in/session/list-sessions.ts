import { and, count, desc, eq, gt, gte, isNull, sql } from "drizzle-orm";
import { knownDevices } from "@/db/schema/known-devices";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { IDLE_MS } from "@/lib/session-lifetime";
import { oldestKnownUse } from "@/lib/sign-in/known-device/known-device";
import { type Device, readDevice } from "./device";
import type { Session } from "./session";

const MAX_RECENT_SESSIONS = 20;
const MAX_OPEN_SESSIONS = 50;

/** A sign-in on one browser. */
export interface SignIn {
  id: string;
  device: Device;
  /** "" when unknown. */
  address: string;
  at: Date;
  lastSeenAt: Date;
  isThis: boolean;
}

const columns = {
  id: sessions.id,
  userAgent: sessions.userAgent,
  address: sessions.ip,
  at: sessions.createdAt,
  lastSeenAt: sessions.lastSeenAt,
};

/** Condition for sessions that are still valid; the same as in `auth_read_session`. */
const isOpen = (at: Date) =>
  and(
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, at),
    gte(sessions.lastSeenAt, new Date(at.getTime() - IDLE_MS)),
    eq(sessions.stamp, users.stamp),
  );

/**
 * The user's open sessions, the current one first; the last 20 sign-ins, newest first; and how many browsers are known
 * for the user besides the one of this session.
 */
export async function listSessions(
  session: Session,
): Promise<{ open: SignIn[]; recent: SignIn[]; otherDevices: number }> {
  const { userId } = session.viewer;
  const { open, recent, otherDevices } = await withViewer(session.viewer, async (tx) => ({
    open: await tx
      .select(columns)
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.userId, userId), isOpen(now())))
      .orderBy(desc(sessions.lastSeenAt))
      .limit(MAX_OPEN_SESSIONS),
    recent: await tx
      .select(columns)
      .from(sessions)
      .where(eq(sessions.userId, userId))
      .orderBy(desc(sessions.createdAt))
      .limit(MAX_RECENT_SESSIONS),
    otherDevices: await countOtherDevices(tx, session.id),
  }));
  const shown = ({ userAgent, ...row }: (typeof open)[number]): SignIn => ({
    ...row,
    device: readDevice(userAgent),
    isThis: row.id === session.id,
  });
  return {
    open: open.map(shown).sort((one, other) => Number(other.isThis) - Number(one.isThis)),
    recent: recent.map(shown),
    otherDevices,
  };
}

/** The browsers that sign-in still knows for the user of this session (`auth_knows_device`), without its own. */
async function countOtherDevices(tx: Transaction, sessionId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(knownDevices, and(eq(knownDevices.userId, users.id), eq(knownDevices.stamp, users.stamp)))
    .where(
      and(
        eq(sessions.id, sessionId),
        gte(knownDevices.lastUsedAt, oldestKnownUse(now())),
        sql`${knownDevices.secretHash} is distinct from ${sessions.deviceHash}`,
      ),
    );
  return row?.count ?? 0;
}
