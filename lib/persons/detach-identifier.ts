import { and, eq, isNotNull } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Person } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { sessionUsers } from "@/lib/sign-in/session/session-users";
import { isUuid } from "@/lib/uuid";
import { lockPersons } from "./lock-persons";
import { type OwnAccountRow, ownAccountRows } from "./own-account";
import { queueAttachmentNotices } from "./queue-attachment-notices";

export type DetachResult =
  { ok: true; identifier: string; isStillMine: boolean } | { ok: false; reason: "not_attached" } | StaleProof;

/**
 * « Détacher »: separates an identifier from the person; it may be the one they are signed in with. Sessions that were
 * switched to it or from it end. Needs fresh proof; both sides are told by mail. `isStillMine`: the identifier still
 * belongs to the person, because both have the same proven address.
 */
export async function detachIdentifier(session: CustomerSession, userId: string): Promise<DetachResult> {
  if (!isUuid(userId)) return { ok: false, reason: "not_attached" };
  const proof = await checkFreshProof(session);
  if (!proof.ok) return proof;
  const at = now();
  const person: Person = { kind: "person", sessionId: session.id, other: { userId } };
  return withViewer(person, async (tx): Promise<DetachResult> => {
    await lockPersons(tx);
    const own = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
    const row = own.find((one) => one.user_id === userId && one.is_attached);
    if (!row) return { ok: false, reason: "not_attached" };
    const others = (await sessionUsers(tx, session)).filter((id) => id !== userId);
    const attached = own.filter((one) => one.is_attached && one.user_id !== userId);
    const remaining = others.length > 0 ? others : attached.map((one) => one.user_id);
    await queueAttachmentNotices(tx, "detached", [remaining, [userId]], at);
    await tx
      .update(users)
      .set({ personId: null })
      .where(and(eq(users.id, userId), isNotNull(users.personId)));
    await recordAudit(tx, person, {
      action: "identifier_detached",
      subjectId: userId,
      at,
      details: { by: session.viewer.userId },
    });
    const rest = await tx.execute<OwnAccountRow>(ownAccountRows(session.id, at));
    return {
      ok: true,
      identifier: row.identifier,
      isStillMine: rest.some((one) => one.user_id === userId),
    };
  });
}
