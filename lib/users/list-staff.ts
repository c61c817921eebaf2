import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import { users } from "@/db/schema/users";
import type { Manager, Operator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { HAS_SECOND_FACTOR } from "@/lib/sign-in/second-factor/find-second-factor";

export type StaffMember = Awaited<ReturnType<typeof listStaff>>[number];

const ROLES = ["adviser", "manager", "operator"] as const;

/** Lists the active staff of a manager's supplier; for an operator, that of every supplier and the operators. */
export async function listStaff(viewer: Manager | Operator) {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: users.id,
        name: users.name,
        identifier: users.identifier,
        role: users.role,
        supplierName: suppliers.name,
        lastSignInAt: users.lastSignInAt,
        hasSecondFactor: HAS_SECOND_FACTOR,
      })
      .from(users)
      .leftJoin(suppliers, eq(suppliers.id, users.supplierId))
      .where(and(isNull(users.accountId), eq(users.status, "active"), inArray(users.role, [...ROLES])))
      .orderBy(asc(suppliers.name), asc(users.role), asc(users.name), asc(users.identifier)),
  );
  return rows.map((row) => ({
    ...row,
    role: ROLES.find((role) => role === row.role) ?? "adviser",
    isMyself: row.id === viewer.userId,
  }));
}
