import { and, asc, eq, type SQL } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUuid } from "@/lib/uuid";

/** A member of staff to whom accounts can be assigned, managers too. */
export interface Adviser {
  userId: string;
  /** The name; the identifier when there is no name. */
  label: string;
}

const MAX_ADVISERS = 200;

/** The active members of the supplier's staff, by name. */
export function listAdvisers(viewer: StaffUser): Promise<Adviser[]> {
  return withViewer(viewer, (tx) => selectAdvisers(tx, viewer));
}

/** The active member of the supplier's staff with this id; undefined when there is none. */
export async function findAdviser(
  tx: Transaction,
  viewer: StaffUser,
  userId: string,
): Promise<Adviser | undefined> {
  if (!isUuid(userId)) return undefined;
  const [found] = await selectAdvisers(tx, viewer, eq(users.id, userId));
  return found;
}

async function selectAdvisers(tx: Transaction, viewer: StaffUser, condition?: SQL): Promise<Adviser[]> {
  const rows = await tx
    .select({ userId: users.id, name: users.name, identifier: users.identifier })
    .from(users)
    .where(and(eq(users.supplierId, viewer.supplierId), eq(users.status, "active"), condition))
    .orderBy(asc(users.name), asc(users.identifier))
    .limit(MAX_ADVISERS);
  return rows.map(({ userId, name, identifier }) => ({ userId, label: name || identifier }));
}
