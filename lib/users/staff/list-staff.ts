import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import { users } from "@/db/schema/users";
import type { Manager, Operator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { STAFF_ROLES } from "@/lib/roles";
import { HAS_SECOND_FACTOR } from "@/lib/sign-in/second-factor/find-second-factor";
import { accessOf } from "@/lib/users/colleague";
import { isStillInvited, staffRole } from "./staff-member";

export type StaffMember = Awaited<ReturnType<typeof listStaff>>[number];

/** Lists the staff of a manager's supplier; for an operator, that of every supplier and the operators. */
export async function listStaff(viewer: Manager | Operator) {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: users.id,
        name: users.name,
        identifier: users.identifier,
        email: users.email,
        role: users.role,
        status: users.status,
        passwordChangedAt: users.passwordChangedAt,
        mustChangePassword: users.mustChangePassword,
        defaultPasswordExpiresAt: users.defaultPasswordExpiresAt,
        supplierName: suppliers.name,
        lastSignInAt: users.lastSignInAt,
        hasSecondFactor: HAS_SECOND_FACTOR,
      })
      .from(users)
      .leftJoin(suppliers, eq(suppliers.id, users.supplierId))
      .where(and(isNull(users.accountId), inArray(users.role, [...STAFF_ROLES])))
      .orderBy(
        asc(suppliers.name),
        asc(users.status),
        asc(users.role),
        asc(users.name),
        asc(users.identifier),
      ),
  );
  const at = now();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, identifier: row.identifier, supplierName: row.supplierName },
    ...{
      lastSignInAt: row.lastSignInAt,
      hasSecondFactor: row.hasSecondFactor,
      isActive: row.status === "active",
    },
    role: staffRole(row.role),
    ...accessOf(row, at),
    isStillInvited: isStillInvited(row),
    isMyself: row.id === viewer.userId,
  }));
}
