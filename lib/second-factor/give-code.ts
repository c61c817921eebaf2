import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { checkCode, type CheckedCode, type TypedCode } from "@/lib/sign-in/second-factor/check-code";
import { type CompletedSession, completeSession } from "@/lib/sign-in/second-factor/complete-session";
import type { WaitingSession } from "@/lib/sign-in/session/waiting-session";
import { queueFactorNotice } from "./queue-factor-notice";

export type GivenCode =
  | ({ ok: true } & CompletedSession)
  | Exclude<CheckedCode, { ok: true }>
  /** The session ended meanwhile. */
  | { ok: false; reason: "session_over" };

/**
 * Gives the code of the second factor in a session that waits for it: after the password, or to unlock a screen. A
 * recovery code may be given in its place; a mail tells the user that it was used. Refuses like `checkCode`.
 */
export async function giveCode(waiting: WaitingSession, typed: TypedCode): Promise<GivenCode> {
  const { viewer, identifier } = waiting;
  const { userId } = viewer;
  const checked = await checkCode({ userId, identifier }, typed);
  if (!checked.ok) return checked;
  return withViewer(viewer, async (tx): Promise<GivenCode> => {
    const at = now();
    if (checked.by === "recovery_code") {
      await recordAudit(tx, viewer, {
        action: "recovery_code_used",
        subjectId: userId,
        at,
        details: { left: checked.codesLeft },
      });
      await queueFactorNotice(tx, userId, "recovery_code_used", at);
    }
    const completed = await completeSession(tx, waiting, at);
    return completed ? { ok: true, ...completed } : { ok: false, reason: "session_over" };
  });
}
