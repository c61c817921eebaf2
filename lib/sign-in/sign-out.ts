import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { markSessionEnded } from "@/lib/sign-in/session/mark-session-ended";
import type { Session } from "@/lib/sign-in/session/session";

/** Ends the session immediately on every instance. Copies of its cookie no longer work. */
export function signOut(session: Pick<Session, "id" | "viewer">): Promise<void> {
  const at = now();
  return withViewer(session.viewer, async (tx) => {
    await markSessionEnded(tx, session.id, at);
    await recordAudit(tx, session.viewer, { action: "signed_out", subjectId: session.viewer.userId, at });
  });
}
