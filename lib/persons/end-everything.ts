import { and, inArray, isNotNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { endOtherSessions } from "@/lib/sign-in/session/end-session";
import { sessionUsers } from "@/lib/sign-in/session/session-users";
import { lockPersons } from "./lock-persons";
import { type OwnAccountRow, ownAccountRows } from "./own-account";
import { queueAttachmentNotices } from "./queue-attachment-notices";

export type EndEverythingResult = { ok: true; ended: number; detached: number } | StaleProof;

/**
 * « Fermer toutes les autres sessions » with « Détacher … »: ends the person's other sessions like `endSession`, and
 * detaches every identifier from every other (security T29). Each side is told by mail. Needs fresh proof. A session that
 * was switched to an attached identifier ends with it.
 */
export async function endEverything(session: CustomerSession): Promise<EndEverythingResult> {
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const at = now();
  const person = { kind: "person", sessionId: session.id, other: null } as const;
  return withViewer(person, async (tx): Promise<EndEverythingResult> => {
    await lockPersons(tx);
    const own = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
    if (own.length === 0) return { ok: true, ended: 0, detached: 0 };
    const ended = await endOtherSessions(tx, session, "all", at);
    const attached = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(isNotNull(users.personId), sql`${users.id} in (select auth_person_users())`));
    const { userId } = session.viewer;
    const others = attached.map(({ id }) => id).filter((id) => id !== userId);
    if (others.length === 0) return { ok: true, ended, detached: 0 };
    const acting = (await sessionUsers(tx, session)).filter((id) => !others.includes(id));
    await queueAttachmentNotices(tx, "detached", [acting, others], at);
    await tx
      .update(users)
      .set({ personId: null })
      .where(inArray(users.id, [userId, ...others]));
    for (const subjectId of others)
      await recordAudit(tx, person, {
        action: "identifier_detached",
        subjectId,
        at,
        details: { by: userId },
      });
    return { ok: true, ended, detached: others.length };
  });
}
