import { inArray } from "drizzle-orm";
import { tokens } from "@/db/schema/tokens";
import type { Transaction } from "@/db/transaction";
import { endAfterAcceptance } from "./life-spans";

/** Sets the expiry of links whose validity starts when the provider accepts their mail. */
export async function startTokenLife(tx: Transaction, ids: string[], acceptedAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(tokens)
    .set({ expiresAt: endAfterAcceptance(acceptedAt) })
    .where(inArray(tokens.id, ids));
}
