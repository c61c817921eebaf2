import { eq } from "drizzle-orm";
import { accountCorrections } from "@/db/schema/account-corrections";
import type { Transaction } from "@/db/transaction";

/** Marks a correction as undone, in the transaction that restores the former value: that value counts again. */
export async function undoCorrection(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(accountCorrections).set({ undoneAt: at }).where(eq(accountCorrections.id, id));
}
