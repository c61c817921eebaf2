import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";

/** Records that a user signed in. Returns the time of the previous sign-in, or null. */
export async function recordSignIn(tx: Transaction, userId: string, at: Date): Promise<Date | null> {
  const [before] = await tx.select({ at: users.lastSignInAt }).from(users).where(eq(users.id, userId));
  await tx.update(users).set({ lastSignInAt: at }).where(eq(users.id, userId));
  return before?.at ?? null;
}
