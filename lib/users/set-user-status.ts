import { sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { ActingAdministrator } from "./acting-administrator";
import { changeColleague, type ChangedColleague } from "./change-colleague";

/**
 * Disables or enables a colleague's access. Disabling ends all sessions immediately, on every instance (security T7).
 * Refused for oneself, for the notified person and for the last administrator. Enabling needs fresh proof; the
 * administrators and the colleague are told by mail.
 */
export function setUserStatus(
  administrator: ActingAdministrator,
  id: string,
  status: "active" | "disabled",
): Promise<ChangedColleague> {
  return changeColleague(administrator, id, (colleague) => {
    const isDisabled = colleague.access === "disabled";
    if (colleague.isMyself) return "yourself";
    if (isDisabled === (status === "disabled")) return null;
    if (status === "active")
      return { set: { status }, action: "user_reactivated", givenAccess: "access_restored" };
    if (colleague.isNotified) return "notified";
    return { set: { status, stamp: sql`${users.stamp} + 1` }, action: "user_deactivated" };
  });
}
