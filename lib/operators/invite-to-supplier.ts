import type { Transaction } from "@/db/transaction";
import type { Job, Operator } from "@/lib/access/viewer";
import type { Locale } from "@/lib/languages";
import { installationAsSender } from "@/lib/mails/kinds/installation-as-sender";
import { type NewStaffFault, type NewStaffMember, readNewStaff } from "@/lib/users/staff/add-staff";
import { type InvitedOrAgain, inviteOrAgain } from "@/lib/users/staff/invite-or-again";
import { type ActingOperator, asOperator, type OperatorRefusal } from "./acting-operator";
import { findSupplierById } from "./find-supplier-by-id";

export type InvitedToSupplier =
  | { ok: true; email: string; identifier: string; isAgain: boolean }
  | { ok: false; reason: "invalid"; problems: NewStaffFault[] }
  | {
      ok: false;
      /** `has_manager`: a manager has chosen a password; from then on managers invite the staff. */
      reason: "not_found" | "has_manager" | Extract<InvitedOrAgain, { ok: false }>["reason"];
    };

/**
 * Invites the first manager of a supplier, again or at another address, until a manager has chosen a password. Needs
 * fresh proof. An earlier invitation to another address stays valid: the first manager deactivates that access.
 */
export async function inviteToSupplier(
  operator: ActingOperator,
  supplierId: string,
  wanted: { name: string; email: string; locale: Locale },
): Promise<InvitedToSupplier | OperatorRefusal> {
  const { person, faults } = readNewStaff({ ...wanted, role: "manager" });
  if (faults.length > 0) return { ok: false, reason: "invalid", problems: faults };
  return asOperator(operator, async (tx, viewer, at): Promise<InvitedToSupplier> => {
    const supplier = await findSupplierById(tx, supplierId, at);
    if (!supplier) return { ok: false, reason: "not_found" };
    if (!supplier.awaitsFirstManager) return { ok: false, reason: "has_manager" };
    const invited = await inviteManager(tx, operator, viewer, supplier, person, at);
    return invited.ok ? { ...invited, email: person.email } : invited;
  });
}

/** Invites a manager in the name of the operator, or of the installation when the command line does it. */
export function inviteManager(
  tx: Transaction,
  operator: ActingOperator,
  viewer: Operator | Job,
  supplier: { id: string; name: string },
  person: NewStaffMember,
  at: Date,
): Promise<InvitedOrAgain> {
  const by =
    operator === "command_line"
      ? { identifier: null, name: installationAsSender().name }
      : { identifier: operator.identifier, name: operator.name || operator.identifier };
  return inviteOrAgain(
    tx,
    { viewer, supplierId: supplier.id, companyName: supplier.name, ...by },
    person,
    at,
  );
}
