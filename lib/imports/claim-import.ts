import { and, eq, isNull, lt, or } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";

/** How long one process works on an import without saying so again; afterwards another one goes on. */
const CLAIM_MS = 60_000;

export const claimedUntil = (at: Date): Date => new Date(at.getTime() + CLAIM_MS);

/** Whether no process works on the import at the moment. */
export const isUnclaimed = (at: Date) =>
  or(isNull(accountImports.workedUntil), lt(accountImports.workedUntil, at));

/** Says that this process goes on working on the import. */
export async function keepClaim(tx: Transaction, importId: string, at: Date): Promise<void> {
  await tx
    .update(accountImports)
    .set({ workedUntil: claimedUntil(at) })
    .where(eq(accountImports.id, importId));
}

/** Lets another process go on, after those that have waited longer. */
export async function endClaim(tx: Transaction, importId: string, at: Date): Promise<void> {
  await tx
    .update(accountImports)
    .set({ workedUntil: at })
    .where(and(eq(accountImports.id, importId)));
}
