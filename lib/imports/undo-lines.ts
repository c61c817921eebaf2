import { eq, sql } from "drizzle-orm";
import { accountImportLines } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { undoCorrection } from "@/lib/accounts/corrections/undo-correction";
import { restoreValues } from "@/lib/accounts/restore-values";
import { now } from "@/lib/clock";
import type { LineUndoData } from "./apply-lines";
import type { Judgement } from "./import-verdict";
import { type Outcome, processLines, type WaitingLine } from "./process-lines";

/** Why an applied line could not be undone completely. */
type KeptReason =
  /** The new account has invoices or people already. */
  | "in_use"
  /** The new address was activated by an invoice. */
  | "took_effect"
  /** Somebody changed the value since. */
  | "changed_since";

/** Undoes the applied lines of an import, the last one first (`processLines`). */
export const undoLines = (viewer: StaffUser, importId: string, deadline: Date): Promise<number> =>
  processLines(viewer, importId, deadline, {
    state: "undoing",
    waiting: eq(accountImportLines.state, "applied"),
    order: "descending",
    prepare: (tx) => (line) => undoLine(tx, viewer, importId, line),
    failed: { state: "kept", outcome: "failed" },
    end: () => ({ state: "undone" }),
  });

async function undoLine(
  tx: Transaction,
  viewer: StaffUser,
  importId: string,
  line: WaitingLine,
): Promise<Outcome> {
  const { customerNumber, differences } = line.judgement as Judgement;
  const before = line.before as LineUndoData | null;
  const kept: KeptReason | null =
    before === null
      ? await removeNew(tx, importId, line.line)
      : await restoreValues(tx, viewer, customerNumber ?? "", before, differences);
  if (kept !== null) return { state: "kept", outcome: kept };
  for (const id of before?.corrections ?? []) await undoCorrection(tx, id, now());
  return { state: "undone" };
}

/** Removes a new account when nothing refers to it yet (db/functions/imports.sql). */
async function removeNew(tx: Transaction, importId: string, line: number): Promise<KeptReason | null> {
  const [row] = await tx.execute<{ removed: boolean }>(
    sql`select remove_imported_account(${importId}, ${line}) as removed`,
  );
  return row?.removed ? null : "in_use";
}
