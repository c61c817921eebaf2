import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Transaction } from "@/db/transaction";

/** Ends a session immediately on every instance. */
export async function markSessionEnded(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(sessions).set({ endedAt: at }).where(eq(sessions.id, id));
}
