import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { type LockedAccount, withLockedAccount } from "@/lib/accounts/lock-account";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { isUuid } from "@/lib/uuid";

/** Why no change of an account was made: it is not the supplier's, or the member of staff made too many today. */
export interface NotChanged {
  ok: false;
  reason: "not_found" | "too_often";
}

/** Changes one account in the name of a member of the supplier's staff: counts the change, then `withLockedAccount`. */
export async function changeOne<Result>(
  viewer: StaffUser,
  id: string,
  change: (tx: Transaction, account: LockedAccount, at: Date) => Promise<Result>,
): Promise<Result | NotChanged> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  return withLockedAccount(viewer, id, change);
}
