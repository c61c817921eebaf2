import type { SQL } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { STAFF_ROLES, type StaffRole } from "@/lib/roles";

/** A member of staff, as the operations that change one read it. */
export type StaffMemberRow = NonNullable<Awaited<ReturnType<typeof findStaffMember>>>;

/** Reads the first user that matches, which must be a member of staff; null when there is none. */
export async function findStaffMember(tx: Transaction, which: SQL | undefined) {
  const [row] = await tx
    .select({
      id: users.id,
      identifier: users.identifier,
      name: users.name,
      email: users.email,
      role: users.role,
      status: users.status,
      locale: users.locale,
      passwordChangedAt: users.passwordChangedAt,
    })
    .from(users)
    .where(which);
  return row ? { ...row, role: staffRole(row.role) } : null;
}

/** The role of a row of the staff. The least powerful, should the row be another's. */
export const staffRole = (role: string): StaffRole => STAFF_ROLES.find((one) => one === role) ?? "adviser";

/** Whether an active member of staff has not chosen a password yet, and can be invited again. */
export const isStillInvited = (
  member: Pick<StaffMemberRow, "status" | "passwordChangedAt" | "email">,
): boolean => member.status === "active" && member.passwordChangedAt === null && member.email !== null;
