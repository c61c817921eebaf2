import { and, count, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { allowance, DAY_SECONDS, takeAttempt } from "@/lib/limits/throttle";
import { isStaffOf } from "@/lib/users/is-staff-of";
import { INVITATIONS_A_DAY, MAX_STAFF } from "./staff-numbers";

const INVITATIONS = allowance("staff_invitations", INVITATIONS_A_DAY, DAY_SECONDS);

/** Counts one invitation of a supplier's staff; returns whether it is one too many. */
export const hasInvitedTooMany = async (supplierId: string, at: Date): Promise<boolean> =>
  (await takeAttempt(INVITATIONS, supplierId, at)) > 0;

/**
 * Locks the staff of the supplier until the transaction ends, so that changes at the same time are made one after the
 * other: no address is invited twice, and the number of staff stays within its limit.
 */
export async function lockStaff(tx: Transaction, supplierId: string | null): Promise<void> {
  const name = `staff of ${supplierId ?? "the installation"}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Whether the supplier has as many active staff as it may have. Call it while holding the lock. */
export async function isStaffFull(tx: Transaction, supplierId: string | null): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(users)
    .where(and(isStaffOf(supplierId), eq(users.status, "active")));
  return (row?.n ?? 0) >= MAX_STAFF;
}
