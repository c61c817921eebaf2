import { and, eq, isNull, or, sql } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { QueryFailed } from "@/lib/access/query-failure";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { consumeTokens } from "@/lib/tokens/consume-tokens";
import { isStaffOf } from "@/lib/users/is-staff-of";
import { queueAccessNotices } from "@/lib/users/queue-access-notices";
import { writeAccess } from "@/lib/users/write-access";
import { isUuid } from "@/lib/uuid";
import { sendInvitationAgain } from "./send-invitation-again";
import { type ActingManager, asMailActor, managerAsActor } from "./staff-actor";
import type { StaffChangeChoice } from "./staff-changes";
import { hasInvitedTooMany, isStaffFull, lockStaff } from "./staff-limits";
import { findStaffMember, isStillInvited, type StaffMemberRow } from "./staff-member";

type StaffRefusal =
  | "not_found"
  /** A manager cannot change their own role or access. */
  | "yourself"
  | "last_manager"
  /** The person has chosen a password, or is deactivated: there is nothing to invite to. */
  | "not_invited"
  | "too_many_staff"
  /** The supplier reached the daily limit of invitations. */
  | "too_many"
  /** The manager reached the daily limit of changes. */
  | "too_often";

export type ChangedStaff =
  { ok: true; name: string; email: string | null } | { ok: false; reason: StaffRefusal } | StaleProof;

/** The code of the check that a supplier keeps an active manager (db/functions/user-guards.sql). */
const CHECK_VIOLATION = "23514";

/**
 * Changes one other member of the manager's own staff: the role, the access, or the invitation again. A manager who
 * becomes an adviser, and anybody who is deactivated, loses all sessions at once (security T7); a deactivated person
 * also all mailed links. A supplier always keeps an active manager: the database checks it at commit. Needs fresh
 * proof; the person and all managers are told by mail, at the addresses recorded until then.
 */
export async function changeStaff(
  manager: ActingManager,
  id: string,
  wanted: StaffChangeChoice,
): Promise<ChangedStaff> {
  const { viewer } = manager;
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  if (id === viewer.userId) return { ok: false, reason: "yourself" };
  const proof = await checkFreshProof({ id: manager.sessionId });
  if (!proof.ok) return proof;
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  if (wanted === "invite_again" && (await hasInvitedTooMany(viewer.supplierId, now())))
    return { ok: false, reason: "too_many" };
  try {
    return await withViewer(viewer, async (tx): Promise<ChangedStaff> => {
      const at = now();
      await lockStaff(tx, viewer.supplierId);
      const which = and(isStaffOf(viewer.supplierId), eq(users.id, id));
      const member = await findStaffMember(tx, which);
      if (!member) return { ok: false, reason: "not_found" };
      const refusal = await change(tx, manager, member, wanted, at);
      if (refusal) return { ok: false, reason: refusal };
      return { ok: true, name: member.name || member.identifier, email: member.email };
    });
  } catch (error) {
    if (error instanceof QueryFailed && error.code === CHECK_VIOLATION)
      return { ok: false, reason: "last_manager" };
    throw error;
  }
}

/** Writes the change; returns why it is refused, or null. Nothing is written when nothing would change. */
async function change(
  tx: Transaction,
  manager: ActingManager,
  member: StaffMemberRow,
  wanted: StaffChangeChoice,
  at: Date,
): Promise<StaffRefusal | null> {
  const { supplierId } = manager.viewer;
  const endSessions = { stamp: sql`${users.stamp} + 1` };
  switch (wanted) {
    case "invite_again":
      if (!isStillInvited(member)) return "not_invited";
      await sendInvitationAgain(tx, managerAsActor(manager), member, at);
      return null;
    case "adviser":
    case "manager": {
      if (member.role === wanted) return null;
      await report(
        tx,
        manager,
        member,
        wanted === "adviser" ? "staff_made_adviser" : "staff_made_manager",
        at,
      );
      await writeAccess(tx, member.id, { role: wanted, ...(wanted === "adviser" && endSessions) });
      return null;
    }
    case "deactivate":
      if (member.status === "disabled") return null;
      await report(tx, manager, member, "staff_deactivated", at);
      await writeAccess(tx, member.id, { status: "disabled", ...endSessions });
      await consumeTokens(tx, linksOf(supplierId, member), at);
      return null;
    case "reactivate":
      if (member.status === "active") return null;
      if (await isStaffFull(tx, supplierId)) return "too_many_staff";
      await report(tx, manager, member, "staff_reactivated", at);
      await writeAccess(tx, member.id, { status: "active" });
      return null;
  }
}

const ACTIONS = {
  staff_made_adviser: "staff_role_changed",
  staff_made_manager: "staff_role_changed",
  staff_deactivated: "staff_deactivated",
  staff_reactivated: "staff_reactivated",
} as const;

/** Writes the journal, and queues the mails before the change: they go to those who are managers until then. */
async function report(
  tx: Transaction,
  manager: ActingManager,
  member: StaffMemberRow,
  made: keyof typeof ACTIONS,
  at: Date,
): Promise<void> {
  const { id, identifier, role } = member;
  await queueAccessNotices(tx, asMailActor(managerAsActor(manager)), {
    ...{ change: made, affectedUser: { id, identifier }, at },
  });
  await recordAudit(tx, manager.viewer, {
    ...{ action: ACTIONS[made], subjectId: id, at },
    details: { identifier, ...(ACTIONS[made] === "staff_role_changed" && { from: role }) },
  });
}

/** The links mailed to this person: those made for them, and those that they asked for by their address. */
const linksOf = (supplierId: string, { id, email }: StaffMemberRow) =>
  and(
    eq(tokens.supplierId, supplierId),
    or(
      eq(tokens.userId, id),
      email === null ? undefined : and(isNull(tokens.userId), eq(tokens.email, email)),
    ),
  );
