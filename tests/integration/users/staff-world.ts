import type { Manager, Viewer } from "@/lib/access/viewer";
import type { ActingManager } from "@/lib/users/staff/staff-actor";
import { changeUser } from "@/tests/integration/sign-in/sign-in-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

export interface StaffPerson {
  userId: string;
  identifier: string;
  email: string;
  viewer: Viewer;
}

export interface StaffWorld {
  supplier: TestSupplier;
  manager: StaffPerson;
  adviser: StaffPerson;
  /** The manager, in a session that has just been opened. */
  acting: ActingManager;
}

/** A member of staff with a password, a second factor and a proven address. */
export async function addColleague(
  role: "adviser" | "manager" | "operator",
  supplier: TestSupplier | null,
): Promise<StaffPerson> {
  const { viewer, identifier } = await makeStaff(role, supplier);
  const email = `${identifier}@loueur.example`;
  const at = new Date("2026-11-01T08:00:00Z");
  await changeUser(identifier, { email, email_verified_at: at, password_changed_at: at });
  return { userId: "userId" in viewer ? viewer.userId : "", identifier, email, viewer };
}

export async function actingAs(person: StaffPerson): Promise<ActingManager> {
  const { viewer, identifier } = person;
  if (viewer.kind !== "manager") throw new Error("Not a manager.");
  const manager: Manager = { ...viewer, kind: "manager" };
  return {
    viewer: manager,
    sessionId: await provenSession(manager),
    identifier,
    name: "Hugo Astier",
    supplierName: "Loueur Essai",
  };
}

/** A supplier with a manager and an adviser, on a morning in November. */
export async function makeStaffWorld(): Promise<StaffWorld> {
  clockAt("2026-11-20T10:00:00Z");
  await testDatabase().reset();
  const supplier = await makeSupplier();
  const manager = await addColleague("manager", supplier);
  const adviser = await addColleague("adviser", supplier);
  return { supplier, manager, adviser, acting: await actingAs(manager) };
}

/** The changes that were told by mail, each with its recipient, in alphabetical order. */
export async function toldChanges(): Promise<string[]> {
  const rows = await asOwner(
    (sql) =>
      sql`select props ->> 'change' as change, recipient from mails where kind = 'access_changed' order by 1, 2`,
  );
  return rows.map(({ change, recipient }) => `${String(change)} ${String(recipient)}`);
}

/** The journal's events about the staff, oldest first. */
export async function staffEvents(): Promise<
  { action: string; actor_kind: string; supplier_id: string | null }[]
> {
  return asOwner(
    (sql) => sql`
      select action, actor_kind, supplier_id from audit_events where action like 'staff%' order by at, id`,
  );
}
