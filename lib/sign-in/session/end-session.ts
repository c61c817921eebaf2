import { and, eq, ne, or } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { isOpen } from "./list-sessions";
import type { Session } from "./session";

/**
 * Ends one other session of the same user at once, on every instance. `all` ends all other sessions, also those in other
 * accounts of the person that this user's sign-in was switched to, because a thief may have switched. Returns the number
 * ended: 0 for a session that is over, unknown, another user's, or the current one (« Déconnexion » ends that).
 */
export function endSession(session: Session, which: { id: string } | "all"): Promise<number> {
  const { viewer } = session;
  if (which !== "all" && !isUuid(which.id)) return Promise.resolve(0);
  // Those that switched are another user's by now.
  return withViewer({ kind: "job" }, async (tx) => {
    const at = now();
    const own = eq(sessions.userId, viewer.userId);
    const ended = await tx
      .update(sessions)
      .set({ endedAt: at })
      .from(users)
      .where(
        and(
          which === "all"
            ? or(own, eq(sessions.originUserId, viewer.userId))
            : and(own, eq(sessions.id, which.id)),
          ne(sessions.id, session.id),
          eq(users.id, sessions.userId),
          isOpen(at),
        ),
      )
      .returning({ id: sessions.id });
    if (ended.length > 0)
      await recordAudit(tx, viewer, {
        action: "sessions_ended",
        subjectId: viewer.userId,
        at,
        details: { count: ended.length },
      });
    return ended.length;
  });
}
