import { and, desc, eq, gt, gte, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { IDLE_MS } from "@/lib/session-lifetime";
import { type Device, readDevice } from "./device";
import type { Session } from "./session";

const RECENT = 20;
const MOST_OPEN = 50;

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

/** Condition for sessions that are still valid; the same as in `auth_resume_session`. */
const isOpen = (at: Date) =>
  and(
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, at),
    gte(sessions.lastSeenAt, new Date(at.getTime() - IDLE_MS)),
    eq(sessions.stamp, users.stamp),
  );

/** The user's open sessions, the current one first, and the last 20 sign-ins, newest first. */
export async function listSessions(session: Session): Promise<{ open: SignIn[]; recent: SignIn[] }> {
  const { userId } = session.viewer;
  const { open, recent } = await withViewer(session.viewer, async (tx) => ({
    open: await tx
      .select(columns)
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.userId, userId), isOpen(now())))
      .orderBy(desc(sessions.lastSeenAt))
      .limit(MOST_OPEN),
    recent: await tx
      .select(columns)
      .from(sessions)
      .where(eq(sessions.userId, userId))
      .orderBy(desc(sessions.createdAt))
      .limit(RECENT),
  }));
  const shown = ({ userAgent, ...row }: (typeof open)[number]): SignIn => ({
    ...row,
    device: readDevice(userAgent),
    isThis: row.id === session.id,
  });
  return {
    open: open.map(shown).sort((one, other) => Number(other.isThis) - Number(one.isThis)),
    recent: recent.map(shown),
  };
}
