import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { isStaffOf } from "@/lib/users/is-staff-of";
import { addStaff, type AddStaffRefusal, type NewStaffMember } from "./add-staff";
import { sendInvitationAgain } from "./send-invitation-again";
import type { StaffActor } from "./staff-actor";
import { lockStaff } from "./staff-limits";
import { findStaffMember, isStillInvited } from "./staff-member";

export type InvitedOrAgain =
  { ok: true; identifier: string; isAgain: boolean } | { ok: false; reason: AddStaffRefusal };

/**
 * Adds a member of staff and mails the invitation; sends the invitation again when somebody with this address and role
 * was invited and has not chosen a password yet. `person` was read by `readNewStaff`.
 */
export async function inviteOrAgain(
  tx: Transaction,
  actor: StaffActor,
  person: NewStaffMember,
  at: Date,
): Promise<InvitedOrAgain> {
  const { supplierId } = actor;
  await lockStaff(tx, supplierId);
  const invited = await findStaffMember(tx, and(isStaffOf(supplierId), eq(users.email, person.email)));
  if (invited?.role === person.role && isStillInvited(invited)) {
    await sendInvitationAgain(tx, actor, invited, at);
    return { ok: true, identifier: invited.identifier, isAgain: true };
  }
  const added = await addStaff(tx, actor, person, at);
  return added.ok ? { ...added, isAgain: false } : added;
}
