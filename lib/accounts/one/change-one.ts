import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { type LockedAccount, withLockedAccount } from "@/lib/accounts/lock-account";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { isUuid } from "@/lib/uuid";

/**
 * Why an account was not changed: the supplier has no such account, or the member of staff made too many changes
 * today.
 */
export interface NotChanged {
  ok: false;
  reason: "not_found" | "too_often";
}

/**
 * Changes one account on behalf of a member of the supplier's staff: counts the change against the daily limit, then
 * runs `withLockedAccount`.
 */
export async function changeOne<Result>(
  viewer: StaffUser,
  id: string,
  change: (tx: Transaction, account: LockedAccount, at: Date) => Promise<Result>,
): Promise<Result | NotChanged> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  return withLockedAccount(viewer, id, change);
}
