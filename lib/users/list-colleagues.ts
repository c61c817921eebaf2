import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { Administrator, ViewAs } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { accessOf, type Colleague } from "./colleague";

/** The columns of a user, also those that decide on access, in a query that joins the user's account. */
export const COLLEAGUE_COLUMNS = {
  id: users.id,
  name: users.name,
  identifier: users.identifier,
  email: users.email,
  role: users.role,
  locale: users.locale,
  status: users.status,
  mustChangePassword: users.mustChangePassword,
  passwordChangedAt: users.passwordChangedAt,
  defaultPasswordExpiresAt: users.defaultPasswordExpiresAt,
  lastSignInAt: users.lastSignInAt,
  isNotified: sql<boolean>`coalesce(${users.role} = 'administrator' and ${users.email} = ${accounts.email}, false)`,
};

/**
 * All users of the administrator's account, also invited and disabled ones: those with access first, by role and name.
 */
export function listColleagues(viewer: Administrator | ViewAs): Promise<Colleague[]> {
  return withViewer(viewer, (tx) => selectColleagues(tx, viewer));
}

/** One colleague; null when absent or of another account. */
export async function getColleague(viewer: Administrator, id: string): Promise<Colleague | null> {
  if (!isUuid(id)) return null;
  const [found] = await withViewer(viewer, (tx) => selectColleagues(tx, viewer, eq(users.id, id)));
  return found ?? null;
}

/** Like `listColleagues`, within a transaction; only those who meet `condition`. */
export async function selectColleagues(
  tx: Transaction,
  viewer: Administrator | ViewAs,
  condition?: SQL,
): Promise<Colleague[]> {
  const at = now();
  const rows = await tx
    .select(COLLEAGUE_COLUMNS)
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(and(eq(users.accountId, viewer.accountId), condition))
    .orderBy(asc(users.status), asc(users.role), asc(users.name), asc(users.identifier));
  return rows.map(
    ({ status, role, mustChangePassword, passwordChangedAt, defaultPasswordExpiresAt, ...user }) => ({
      ...user,
      role: role === "administrator" ? "administrator" : "member",
      ...accessOf({ status, mustChangePassword, passwordChangedAt, defaultPasswordExpiresAt }, at),
      isMyself: user.id === viewer.userId,
    }),
  );
}
