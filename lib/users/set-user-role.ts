import { sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { CustomerRole } from "@/lib/roles";
import type { ActingAdministrator } from "./acting-administrator";
import { changeColleague, type ChangedColleague } from "./change-colleague";
import { isNotificationAddress } from "./is-notification-address";

/**
 * Makes a colleague an administrator, or a member again (R23). Refused for oneself and for the notified person (only
 * the supplier could restore that role); one active administrator always remains. The sessions of a former
 * administrator end immediately (security T7). Naming one needs fresh proof; the administrators and the colleague are
 * told by mail.
 */
export function setUserRole(
  administrator: ActingAdministrator,
  id: string,
  role: CustomerRole,
): Promise<ChangedColleague> {
  return changeColleague(administrator, id, async (colleague, tx) => {
    if (colleague.isMyself) return "yourself";
    if (colleague.role === role) return null;
    if (await isNotificationAddress(tx, administrator.viewer, colleague.email)) return "notified";
    if (role === "administrator")
      return { set: { role }, action: "administrator_named", givenAccess: "administrator_named" };
    return { set: { role, stamp: sql`${users.stamp} + 1` }, action: "administrator_removed" };
  });
}
