import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Transaction } from "@/db/transaction";
import { afterCommit } from "@/lib/access/after-commit";
import { endResponses } from "@/lib/limits/take-turn";

/** Ends a session and its downloads. It is valid on no instance any more once the transaction commits. */
export async function markSessionEnded(tx: Transaction, id: string, at: Date): Promise<void> {
  afterCommit(tx, () => endResponses(`session:${id}`));
  await tx.update(sessions).set({ endedAt: at }).where(eq(sessions.id, id));
}
