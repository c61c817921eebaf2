import { and, asc, isNull, type SQL } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";

/** Marks the unused tokens that match as used, so that their links no longer open anything. */
export async function consumeTokens(tx: Transaction, which: SQL | undefined, at: Date): Promise<void> {
  await tx
    .update(tokens)
    .set({ consumedAt: at })
    .where(and(which, isNull(tokens.consumedAt)));
}

/** Locks the unused tokens that match, always in the same order, so that two simultaneous uses cannot deadlock. */
export async function lockTokens(tx: Transaction, which: SQL | undefined): Promise<void> {
  await tx
    .select({ id: tokens.id })
    .from(tokens)
    .where(and(which, isNull(tokens.consumedAt)))
    .orderBy(asc(tokens.id))
    .for("update");
}
