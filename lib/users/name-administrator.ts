import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";

/** Makes a member the administrator, when the supplier records their address as the account's (R21). */
export async function nameAdministrator(tx: Transaction, userId: string): Promise<void> {
  await tx.update(users).set({ role: "administrator" }).where(eq(users.id, userId));
}
