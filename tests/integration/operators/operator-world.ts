import type { ActingOperator } from "@/lib/operators/acting-operator";
import { addColleague } from "@/tests/integration/users/staff-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner } from "@/tests/support/world";

export type SignedInOperator = Exclude<ActingOperator, "command_line">;

/** An operator in a session that has just been opened. */
async function makeOperator(): Promise<SignedInOperator> {
  const { viewer, identifier } = await addColleague("operator", null);
  if (viewer.kind !== "operator") throw new Error("Not an operator.");
  return { viewer, id: await provenSession(viewer), identifier, name: "Gaël Sorbier" };
}

/** An empty installation with one operator, on a morning in November. */
export async function makeOperatorWorld(): Promise<SignedInOperator> {
  clockAt("2026-11-20T10:00:00Z");
  await testDatabase().reset();
  return makeOperator();
}

/** The actions in the journal that operators and the command line made, in alphabetical order for one instant. */
export async function operatorEvents(): Promise<string[]> {
  const rows = await asOwner(
    (sql) => sql`
      select action, actor_kind, supplier_id is not null as has_supplier from audit_events
      where actor_kind in ('operator', 'job') and action <> 'access_link_issued' order by at, action`,
  );
  return rows.map((row) => `${String(row.actor_kind)} ${String(row.action)}`);
}
