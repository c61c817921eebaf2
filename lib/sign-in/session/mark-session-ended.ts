import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Transaction } from "@/db/transaction";
import { afterCommit } from "@/lib/access/after-commit";
import { endAnswers } from "@/lib/limits/take-turn";

/** Ends a session immediately on every instance, and its downloads. */
export async function markSessionEnded(tx: Transaction, id: string, at: Date): Promise<void> {
  afterCommit(tx, () => endAnswers(`session:${id}`));
  await tx.update(sessions).set({ endedAt: at }).where(eq(sessions.id, id));
}
