import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { afterCommit } from "@/lib/access/after-commit";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { endResponses } from "@/lib/limits/take-turn";
import { IDLE_MINUTES } from "@/lib/session-lifetime";
import { isUuid } from "@/lib/uuid";
import type { Session } from "./session";
import { sessionUsers } from "./session-users";

/**
 * Ends one other session of the same user immediately, on every instance. `all` ends all other sessions, also those
 * in other accounts of the person that this user's sign-in was switched to, because a thief may have switched.
 * Returns the number ended. It is 0 for a session that has already ended, is unknown, or is another user's, and for the
 * current one, which « Déconnexion » ends.
 */
export async function endSession(session: Session, which: { id: string } | "all"): Promise<number> {
  if (which !== "all" && !isUuid(which.id)) return 0;
  return withViewer(session.viewer, (tx) => endOtherSessions(tx, session, which, now()));
}

/** Ends other sessions like `endSession`, within a transaction. */
export async function endOtherSessions(
  tx: Transaction,
  { id, viewer }: Session,
  which: { id: string } | "all",
  at: Date,
): Promise<number> {
  const only = which === "all" ? null : which.id;
  // The user who signed in, too, when the session was switched.
  const acting = which === "all" ? await sessionUsers(tx, { id, viewer }) : [];
  const [row] = await tx.execute<{ ended: string }>(sql`
    select auth_end_sessions(${id}, ${only}, ${at.toISOString()}, make_interval(mins => ${IDLE_MINUTES})) as ended`);
  const count = Number(row?.ended ?? 0);
  afterCommit(tx, () => {
    for (const userId of acting) endResponses(`user:${userId}`, `session:${id}`);
    if (which !== "all" && count > 0) endResponses(`session:${which.id}`);
  });
  if (count > 0)
    await recordAudit(tx, viewer, {
      action: "sessions_ended",
      subjectId: viewer.userId,
      at,
      details: { count },
    });
  return count;
}
