import { asc, eq, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { users } from "@/db/schema/users";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { HAS_SECOND_FACTOR } from "@/lib/sign-in/second-factor/find-second-factor";

export type PersonOfAccount = Awaited<ReturnType<typeof listPeople>>[number];

/** Lists the users of an account of the supplier, with access or without: those with access first, by role and name. */
export function listPeople(viewer: StaffUser, accountId: string) {
  return withViewer(viewer, (tx) =>
    tx
      .select({
        id: users.id,
        name: users.name,
        identifier: users.identifier,
        email: users.email,
        role: users.role,
        status: users.status,
        lastSignInAt: users.lastSignInAt,
        hasSecondFactor: HAS_SECOND_FACTOR,
        isNotified: sql<boolean>`coalesce(${users.role} = 'administrator' and ${users.email} = ${accounts.email}, false)`,
      })
      .from(users)
      .innerJoin(accounts, eq(accounts.id, users.accountId))
      .where(eq(users.accountId, accountId))
      .orderBy(asc(users.status), asc(users.role), asc(users.name), asc(users.identifier)),
  );
}
