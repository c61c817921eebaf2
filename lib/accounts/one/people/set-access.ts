import { sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { ActingStaff } from "@/lib/accounts/one/acting-staff";
import { changePerson, type PersonChanged } from "./change-person";

/** Why the access of a person was not changed. `notified`: their address must be changed first. */
type AccessRefusal = "notified" | "disabled";

/**
 * Makes a person of a customer an administrator (R23), or ends or restores their access. Ending access ends all
 * sessions at once. The access of the person notified cannot be ended here: a change of address replaces that person.
 * One active administrator always stays.
 */
export function setAccess(
  staff: ActingStaff,
  accountId: string,
  personId: string,
  wanted: "administrator" | "disabled" | "active",
): Promise<PersonChanged<AccessRefusal>> {
  return changePerson<AccessRefusal>(staff, accountId, personId, async (person, _tx, { account }) => {
    if (wanted === "administrator") {
      if (person.status === "disabled") return "disabled";
      if (person.role === "administrator") return null;
      return {
        set: { role: "administrator" },
        action: "administrator_named",
        notifiedChange: "administrator_named",
      };
    }
    if (person.status === wanted) return null;
    if (wanted === "active")
      return { set: { status: "active" }, action: "user_reactivated", notifiedChange: "access_restored" };
    if (person.role === "administrator" && account.email !== null && person.email === account.email)
      return "notified";
    return { set: { status: "disabled", stamp: sql`${users.stamp} + 1` }, action: "user_deactivated" };
  });
}
