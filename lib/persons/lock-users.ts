import { asc, inArray } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";

/** Locks these users until the transaction ends, always in the same order. */
export function lockUsers(tx: Transaction, userIds: readonly string[]) {
  return tx
    .select({ id: users.id, personId: users.personId, stamp: users.stamp })
    .from(users)
    .where(inArray(users.id, [...userIds]))
    .orderBy(asc(users.id))
    .for("no key update");
}
