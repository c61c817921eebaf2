import { and, eq, isNull, type SQL } from "drizzle-orm";
import { users } from "@/db/schema/users";

/** The staff of a supplier; null: the operators. */
export const isStaffOf = (supplierId: string | null): SQL | undefined =>
  and(
    isNull(users.accountId),
    supplierId === null ? isNull(users.supplierId) : eq(users.supplierId, supplierId),
  );
