import { sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Administrator } from "@/lib/access/viewer";
import type { CustomerRole } from "@/lib/roles";
import { changeColleague, type ChangedColleague } from "./change-colleague";
import { isNotificationAddress } from "./is-notification-address";

/**
 * Makes a colleague an administrator, or a member again (R23). Refused for oneself and for the notified person (only
 * the supplier could restore that role); one active administrator always remains. The sessions of a former
 * administrator end immediately (quality T7).
 */
export function setUserRole(
  viewer: Administrator,
  id: string,
  role: CustomerRole,
): Promise<ChangedColleague> {
  return changeColleague(viewer, id, async (colleague, tx) => {
    if (colleague.isMyself) return "yourself";
    if (colleague.role === role) return null;
    if (await isNotificationAddress(tx, viewer, colleague.email)) return "notified";
    if (role === "administrator") return { set: { role }, action: "administrator_named" };
    return { set: { role, stamp: sql`${users.stamp} + 1` }, action: "administrator_removed" };
  });
}
