import { and, eq, sql } from "drizzle-orm";
import { accountImportLines } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/clock";

/** The outcome of applying or undoing a line. */
export interface LineOutcome {
  line: number;
  state: "applied" | "skipped" | "undone" | "kept";
  /** Why it was skipped or kept; null or absent otherwise. */
  outcome?: string | null;
  /** The account that it added or changed. */
  accountId?: string;
  /** What undoing it needs (`LineUndoData`). */
  before?: object | null;
}

/** Stores the outcomes of lines of an import in one statement. */
export async function storeOutcomes(
  tx: Transaction,
  importId: string,
  lines: readonly LineOutcome[],
): Promise<void> {
  const rows = lines.map(({ accountId, ...line }) => ({ ...line, account_id: accountId }));
  const outcomes = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (line int, state text, outcome text,
    account_id uuid, before jsonb)`;
  await tx
    .update(accountImportLines)
    .set({
      state: sql`r.state`,
      outcome: sql`r.outcome`,
      accountId: sql`coalesce(r.account_id, ${accountImportLines.accountId})`,
      before: sql`coalesce(r.before, ${accountImportLines.before})`,
      settledAt: now(),
    })
    .from(outcomes)
    .where(and(eq(accountImportLines.importId, importId), sql`${accountImportLines.line} = r.line`));
}
