import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Locale } from "@/lib/languages";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import type { StaffRole } from "@/lib/roles";
import { firstAccessEnd } from "@/lib/tokens/life-spans";
import { addWithFreeIdentifier } from "@/lib/users/add-with-free-identifier";
import { inviteUser } from "@/lib/users/invite-user";
import { isStaffOf } from "@/lib/users/is-staff-of";
import { isPersonName, readPersonName } from "@/lib/users/person-name";
import { queueAccessNotices } from "@/lib/users/queue-access-notices";
import { asMailActor, type StaffActor } from "./staff-actor";
import { isStaffFull, lockStaff } from "./staff-limits";

export interface NewStaffMember {
  name: string;
  email: string;
  role: StaffRole;
  locale: Locale;
}

export type NewStaffFault = "name_missing" | "name_invalid" | "email_invalid";

export type AddStaffRefusal =
  /** A member of the same staff has this address. */
  | "already_staff"
  /** The same, deactivated: to be reactivated instead. */
  | "deactivated"
  | "too_many_staff";

/** Reads what was typed about a new member of staff; the faults are empty when it can be added. */
export function readNewStaff({ name: typedName, email: typedEmail, ...rest }: NewStaffMember) {
  const person = { ...rest, name: readPersonName(typedName), email: normalizeMailAddress(typedEmail) };
  const faults: NewStaffFault[] = [];
  if (person.name === "") faults.push("name_missing");
  else if (!isPersonName(person.name)) faults.push("name_invalid");
  if (!isMailAddress(person.email)) faults.push("email_invalid");
  return { person, faults };
}

/**
 * Adds a member of staff without a password, and queues the mail whose link lets the person choose one. The managers of
 * the supplier (or the operators) are told by mail. An address is in a staff once.
 */
export async function addStaff(
  tx: Transaction,
  actor: StaffActor,
  { name, email, role, locale }: NewStaffMember,
  at: Date,
): Promise<{ ok: true; identifier: string } | { ok: false; reason: AddStaffRefusal }> {
  const { viewer, supplierId } = actor;
  await lockStaff(tx, supplierId);
  const [same] = await tx
    .select({ status: users.status })
    .from(users)
    .where(and(isStaffOf(supplierId), eq(users.email, email)));
  if (same) return { ok: false, reason: same.status === "active" ? "already_staff" : "deactivated" };
  if (await isStaffFull(tx, supplierId)) return { ok: false, reason: "too_many_staff" };
  const { id, identifier } = await addWithFreeIdentifier(tx, {
    ...{ id: uuidv7(), name, email, role, supplierId, locale, createdAt: at },
    defaultPasswordExpiresAt: firstAccessEnd(at),
  });
  const mailActor = asMailActor(actor);
  await inviteUser(tx, mailActor, { id, identifier, email, locale, role }, at);
  await recordAudit(tx, viewer, {
    action: "staff_invited",
    subjectId: id,
    ...(supplierId !== null && { supplierId }),
    at,
    details: { identifier, role },
  });
  await queueAccessNotices(tx, mailActor, {
    change: "staff_invited",
    affectedUser: { id, identifier },
    isUserToldByOtherMail: true,
    at,
  });
  return { ok: true, identifier };
}
