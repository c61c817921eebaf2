import { eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";

/** The columns of a user that say who may do what. */
export type AccessColumns = Pick<PgUpdateSetSource<typeof users>, "role" | "status" | "stamp">;

/**
 * Writes a change of access that the supplier's staff decided. The database allows staff to write only these columns.
 */
export async function writeAccess(tx: Transaction, userId: string, set: AccessColumns): Promise<void> {
  await tx.update(users).set(set).where(eq(users.id, userId));
}
