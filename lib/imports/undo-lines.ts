import { and, eq, sql } from "drizzle-orm";
import { accountImportLines } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { undoCorrection } from "@/lib/accounts/corrections/undo-correction";
import { lockAccountsOf } from "@/lib/accounts/lock-accounts";
import { putBack } from "@/lib/accounts/put-back";
import { now } from "@/lib/clock";
import type { LineBefore } from "./apply-lines";
import type { Judgement } from "./import-verdict";
import { settleLine, workThroughLines } from "./work-through-lines";

/** Why an applied line could not be undone, or not wholly. */
type KeptReason =
  /** The new account has invoices or people already. */
  | "in_use"
  /** The new address was activated by an invoice. */
  | "took_effect"
  /** Somebody changed the value since. */
  | "changed_since";

/** Undoes the applied lines of an import, the last one first (`workThroughLines`). */
export const undoLines = (viewer: StaffUser, importId: string, deadline: Date): Promise<number> =>
  workThroughLines(viewer, importId, deadline, {
    state: "undoing",
    waiting: eq(accountImportLines.state, "applied"),
    order: "last",
    doLine: (tx, line) => undoLine(tx, viewer, importId, line),
    failed: { state: "kept", outcome: "failed" },
    end: () => ({ state: "undone" }),
  });

async function undoLine(
  tx: Transaction,
  viewer: StaffUser,
  importId: string,
  number: number,
): Promise<boolean> {
  await lockAccountsOf(tx, viewer.supplierId);
  const [line] = await tx
    .select({ judgement: accountImportLines.judgement, before: accountImportLines.before })
    .from(accountImportLines)
    .where(
      and(
        eq(accountImportLines.importId, importId),
        eq(accountImportLines.line, number),
        eq(accountImportLines.state, "applied"),
      ),
    )
    .for("no key update");
  if (!line) return false;
  const { customerNumber, differences } = line.judgement as Judgement;
  const before = line.before as LineBefore | null;
  const kept: KeptReason | null =
    before === null
      ? await removeNew(tx, importId, number)
      : await putBack(tx, viewer, customerNumber ?? "", before, differences);
  if (kept === null) for (const id of before?.corrections ?? []) await undoCorrection(tx, id, now());
  await settleLine(tx, importId, number, { state: kept ? "kept" : "undone", outcome: kept });
  return true;
}

/** A new account disappears as long as nothing refers to it (db/functions/imports.sql). */
async function removeNew(tx: Transaction, importId: string, line: number): Promise<KeptReason | null> {
  const [row] = await tx.execute<{ removed: boolean }>(
    sql`select remove_imported_account(${importId}, ${line}) as removed`,
  );
  return row?.removed ? null : "in_use";
}
