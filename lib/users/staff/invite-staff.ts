import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { Locale } from "@/lib/languages";
import type { SupplierRole } from "@/lib/roles";
import { checkFreshProof, type StaleProof } from "@/lib/sign-in/fresh-proof";
import { addStaff, type NewStaffFault, readNewStaff } from "./add-staff";
import { type ActingManager, managerAsActor } from "./staff-actor";
import { hasInvitedTooMany } from "./staff-limits";

export type InvitedStaff =
  | { ok: true; email: string; identifier: string }
  | { ok: false; reason: "invalid"; problems: NewStaffFault[] }
  | { ok: false; reason: "already_staff" | "deactivated" | "too_many_staff" | "too_many" }
  | StaleProof;

/**
 * « Inviter un collègue »: adds an adviser or manager to the manager's own supplier, and mails a link of 7 days with
 * which the person chooses a password; the first sign-in then asks to enrol the second factor. Needs fresh proof, and
 * all managers are told by mail. A supplier sends 100 invitations a day and has 200 active staff at most.
 */
export async function inviteStaff(
  manager: ActingManager,
  wanted: { name: string; email: string; role: SupplierRole; locale: Locale },
): Promise<InvitedStaff> {
  const { person, faults } = readNewStaff(wanted);
  if (faults.length > 0) return { ok: false, reason: "invalid", problems: faults };
  const proof = await checkFreshProof({ id: manager.sessionId });
  if (!proof.ok) return proof;
  const at = now();
  if (await hasInvitedTooMany(manager.viewer.supplierId, at)) return { ok: false, reason: "too_many" };
  return withViewer(manager.viewer, async (tx) => {
    const added = await addStaff(tx, managerAsActor(manager), person, at);
    return added.ok ? { ...added, email: person.email } : added;
  });
}
