import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import type { ImportColumns } from "./import-fields";

/** How long a claim of an import is valid without `keepClaim`; after that another process may claim it. */
const CLAIM_MS = MINUTE_MS;

export const claimedUntil = (at: Date): Date => new Date(at.getTime() + CLAIM_MS);

/** An import that this process has claimed. */
export interface ClaimedImport {
  importId: string;
  state: string;
  columns: ImportColumns;
  supplierId: string;
  /** The member of staff who uploaded, applied or undid it; the work is done with their rights. */
  userId: string | null;
}

/**
 * Claims an import that waits for work and that no process has claimed: one of the supplier that has waited longest, so
 * that many imports of one supplier do not keep others waiting.
 */
export function claimNextImport(): Promise<ClaimedImport | null> {
  return withViewer({ kind: "job" }, async (tx) => {
    const at = now();
    const { id, state, columns, supplierId, workedUntil } = accountImports;
    const [next] = await tx
      .select({
        ...{ importId: id, state, columns, supplierId },
        userId: sql<string | null>`case ${state} when 'checking' then ${accountImports.userId}
          when 'applying' then ${accountImports.appliedBy} else ${accountImports.undoneBy} end`,
      })
      .from(accountImports)
      .where(
        and(
          inArray(state, ["checking", "applying", "undoing"]),
          or(isNull(workedUntil), lte(workedUntil, at)),
        ),
      )
      .orderBy(
        sql`(select max(other.worked_until) from account_imports other where other.supplier_id = ${supplierId}) asc nulls first`,
        sql`${workedUntil} asc nulls first`,
        asc(id),
      )
      .limit(1)
      .for("no key update", { skipLocked: true });
    if (!next) return null;
    await tx
      .update(accountImports)
      .set({ workedUntil: claimedUntil(at) })
      .where(eq(id, next.importId));
    return { ...next, columns: next.columns as ImportColumns };
  });
}

/** Extends the claim of this process. */
export async function keepClaim(tx: Transaction, importId: string, at: Date): Promise<void> {
  await tx
    .update(accountImports)
    .set({ workedUntil: claimedUntil(at) })
    .where(eq(accountImports.id, importId));
}

/** Ends the claim, so that another process may continue the import, after imports that have waited longer. */
export async function endClaim(tx: Transaction, importId: string, at: Date): Promise<void> {
  await tx.update(accountImports).set({ workedUntil: at }).where(eq(accountImports.id, importId));
}
