import { and, desc, eq, inArray } from "drizzle-orm";
import { accountCorrections } from "@/db/schema/account-corrections";
import { accounts } from "@/db/schema/accounts";
import { addressChanges } from "@/db/schema/address-changes";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

export type OpenChange = NonNullable<Awaited<ReturnType<typeof findOpenChange>>>;

/** Returns the account's last change of address while it can be undone; null otherwise. */
export function findOpenChange(viewer: StaffUser, accountId: string) {
  return withViewer(viewer, async (tx) => {
    const [last] = await listChanges(tx, viewer, eq(addressChanges.accountId, accountId)).limit(1);
    if (!last || !canBeUndone(last)) return null;
    const { id, groupId, newEmail, state, askedBy, createdAt } = last;
    return { id, groupId, newEmail, askedBy, createdAt, isApplied: state === "applied" };
  });
}

/**
 * Returns and locks the changes of one form, newest first, with the columns that show whether the new person has
 * activated the account.
 */
export const listChangesOfGroup = (tx: Transaction, viewer: StaffUser, groupId: string) =>
  listChanges(tx, viewer, eq(addressChanges.groupId, groupId)).for("no key update", { of: addressChanges });

export type ListedChange = Awaited<ReturnType<typeof listChangesOfGroup>>[number];

/**
 * Returns whether the change can be undone: it still waits, or it has taken effect and the new person has not chosen
 * a password. It cannot be undone once the account has another address.
 */
export function canBeUndone(change: ListedChange): boolean {
  if (change.state === "waiting") return change.pendingEmail === change.newEmail;
  if (change.state !== "applied" || change.email !== change.newEmail || change.newUserRole !== null)
    return false;
  if (change.newUserId === null) return change.activationQueuedAt === null;
  // Without a former administrator nobody could take the account back.
  return change.formerUsers.length > 0 && change.passwordChangedAt === null && change.lastSignInAt === null;
}

function listChanges(tx: Transaction, viewer: StaffUser, which: ReturnType<typeof eq>) {
  return tx
    .select({
      id: addressChanges.id,
      groupId: addressChanges.groupId,
      accountId: addressChanges.accountId,
      correctionId: addressChanges.correctionId,
      newEmail: addressChanges.newEmail,
      state: addressChanges.state,
      formerEmail: addressChanges.formerEmail,
      formerSource: addressChanges.formerSource,
      formerRecordedAt: addressChanges.formerRecordedAt,
      formerUsers: addressChanges.formerUsers,
      newUserId: addressChanges.newUserId,
      newUserRole: addressChanges.newUserRole,
      createdAt: addressChanges.createdAt,
      askedBy: accountCorrections.askedBy,
      email: accounts.email,
      pendingEmail: accounts.pendingEmail,
      activationQueuedAt: accounts.activationQueuedAt,
      passwordChangedAt: users.passwordChangedAt,
      lastSignInAt: users.lastSignInAt,
    })
    .from(addressChanges)
    .innerJoin(accounts, eq(accounts.id, addressChanges.accountId))
    .innerJoin(accountCorrections, eq(accountCorrections.id, addressChanges.correctionId))
    .leftJoin(users, eq(users.id, addressChanges.newUserId))
    .where(
      and(
        eq(addressChanges.supplierId, viewer.supplierId),
        inArray(addressChanges.state, ["waiting", "applied"]),
        which,
      ),
    )
    .orderBy(desc(addressChanges.createdAt), desc(addressChanges.id));
}
