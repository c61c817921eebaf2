import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { DEFAULT_LOCALE } from "@/lib/languages";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import type { StaffRole } from "@/lib/roles";
import { type NewStaffFault, readNewStaff } from "./add-staff";
import { type InvitedOrAgain, inviteOrAgain } from "./invite-or-again";
import type { StaffActor } from "./staff-actor";

export type InvitedFromCommandLine =
  InvitedOrAgain | { ok: false; reason: NewStaffFault | "unknown_supplier" | "role" };

/**
 * `npm run staff -- invite`: invites an adviser or manager of a supplier, or an operator (no supplier), for example a
 * supplier's first manager. For somebody who was invited and has not chosen a password yet, sends the invitation again.
 * `role`: an operator has no supplier, and an adviser or manager has one.
 */
export async function inviteFromCommandLine(wanted: {
  /** The supplier's slug; null for operators. */
  supplier: string | null;
  role: StaffRole;
  email: string;
  /** "" when it is not known: the console then shows the identifier. */
  name: string;
}): Promise<InvitedFromCommandLine> {
  const { supplier: slug, role } = wanted;
  if ((slug === null) !== (role === "operator")) return { ok: false, reason: "role" };
  const { person, faults } = readNewStaff({ ...wanted, locale: DEFAULT_LOCALE });
  const [fault] = faults.filter((one) => one !== "name_missing");
  if (fault) return { ok: false, reason: fault };
  return withViewer({ kind: "job" }, async (tx): Promise<InvitedFromCommandLine> => {
    const at = now();
    const [found] = await tx
      .select({ id: suppliers.id })
      .from(suppliers)
      .where(eq(suppliers.slug, slug ?? ""));
    if (slug !== null && !found) return { ok: false, reason: "unknown_supplier" };
    const supplierId = found?.id ?? null;
    const { name: companyName } = await mailSupplier(tx, supplierId);
    const actor: StaffActor = {
      viewer: { kind: "job" },
      supplierId,
      identifier: null,
      name: companyName,
      companyName,
    };
    return inviteOrAgain(tx, actor, person, at);
  });
}
