import { sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Administrator } from "@/lib/access/viewer";
import { changeColleague, type ChangedColleague } from "./change-colleague";

/**
 * Disables or enables a colleague's access. Disabling ends all sessions immediately, on every instance (quality T7).
 * Refused for oneself, for the notified person and for the last administrator.
 */
export function setUserStatus(
  viewer: Administrator,
  id: string,
  status: "active" | "disabled",
): Promise<ChangedColleague> {
  return changeColleague(viewer, id, (colleague) => {
    const isDisabled = colleague.access === "disabled";
    if (colleague.isMyself) return "yourself";
    if (isDisabled === (status === "disabled")) return null;
    if (status === "active") return { set: { status }, action: "user_reactivated" };
    if (colleague.isNotified) return "notified";
    return { set: { status, stamp: sql`${users.stamp} + 1` }, action: "user_deactivated" };
  });
}
