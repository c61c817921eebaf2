import { and, asc, eq, type SQL } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUuid } from "@/lib/uuid";

/** An adviser or a manager of the supplier; accounts can be assigned to either. */
export interface Assignee {
  userId: string;
  /** The name; the identifier when there is no name. */
  label: string;
}

const MAX_ASSIGNEES = 200;

/** The active members of the supplier's staff, by name. */
export function listAssignees(viewer: StaffUser): Promise<Assignee[]> {
  return withViewer(viewer, (tx) => selectAssignees(tx, viewer));
}

/** The active member of the supplier's staff with this id; undefined when there is none. */
export async function findAssignee(
  tx: Transaction,
  viewer: StaffUser,
  userId: string,
): Promise<Assignee | undefined> {
  if (!isUuid(userId)) return undefined;
  const [found] = await selectAssignees(tx, viewer, eq(users.id, userId));
  return found;
}

async function selectAssignees(tx: Transaction, viewer: StaffUser, condition?: SQL): Promise<Assignee[]> {
  const rows = await tx
    .select({ userId: users.id, name: users.name, identifier: users.identifier })
    .from(users)
    .where(and(eq(users.supplierId, viewer.supplierId), eq(users.status, "active"), condition))
    .orderBy(asc(users.name), asc(users.identifier))
    .limit(MAX_ASSIGNEES);
  return rows.map(({ userId, name, identifier }) => ({ userId, label: name || identifier }));
}
