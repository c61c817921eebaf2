import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/record-audit";
import { firstAccessEnd } from "@/lib/tokens/life-spans";
import { inviteUser } from "@/lib/users/invite-user";
import { asMailActor, type StaffActor } from "./staff-actor";
import type { StaffMemberRow } from "./staff-member";

/**
 * Mails a new link to a member of staff who was invited and has not chosen a password yet. The former link ends,
 * because it is older than this invitation (db/functions/recovery.sql).
 */
export async function sendInvitationAgain(
  tx: Transaction,
  actor: StaffActor,
  { id, identifier, email, locale, role }: StaffMemberRow,
  at: Date,
): Promise<void> {
  if (email === null) return;
  await tx
    .update(users)
    .set({ defaultPasswordExpiresAt: firstAccessEnd(at) })
    .where(eq(users.id, id));
  await inviteUser(tx, asMailActor(actor), { id, identifier, email, locale, role }, at);
  await recordAudit(tx, actor.viewer, {
    action: "staff_invited_again",
    subjectId: id,
    ...(actor.supplierId !== null && { supplierId: actor.supplierId }),
    at,
    details: { identifier },
  });
}
