import { and, desc, eq, sql } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { lockAccountsOf } from "@/lib/accounts/lock-accounts";
import type { AccountBefore } from "@/lib/accounts/lock-numbered-account";
import { putBack } from "@/lib/accounts/put-back";
import { now } from "@/lib/clock";
import { endClaim, keepClaim } from "./claim-import";
import type { Judgement } from "./import-verdict";

const BATCH = 50;

/** Why an applied line could not be undone, or not wholly. */
type KeptReason =
  /** The new account has invoices or people already. */
  | "in_use"
  /** The new address was activated by an invoice. */
  | "took_effect"
  /** Somebody changed the value since. */
  | "changed_since";

/**
 * Undoes the applied lines of an import, the last one first, each in a transaction of its own with its state, until none is
 * left or the time is over. The caller has claimed the import.
 */
export async function undoLines(viewer: StaffUser, importId: string, deadline: Date): Promise<number> {
  for (let done = 0; ;) {
    const lines = await withViewer(viewer, (tx) => nextLines(tx, importId));
    if (lines === null) return done;
    for (const line of lines) {
      if (await withViewer(viewer, (tx) => undoLine(tx, viewer, importId, line))) done += 1;
      if (now() >= deadline) {
        await withViewer(viewer, (tx) => endClaim(tx, importId, now()));
        return done;
      }
    }
  }
}

async function nextLines(tx: Transaction, importId: string): Promise<number[] | null> {
  const [current] = await tx
    .select({ state: accountImports.state })
    .from(accountImports)
    .where(eq(accountImports.id, importId))
    .for("no key update");
  if (current?.state !== "undoing") return null;
  const rows = await tx
    .select({ line: accountImportLines.line })
    .from(accountImportLines)
    .where(and(eq(accountImportLines.importId, importId), eq(accountImportLines.state, "applied")))
    .orderBy(desc(accountImportLines.line))
    .limit(BATCH);
  const at = now();
  if (rows.length > 0) {
    await keepClaim(tx, importId, at);
    return rows.map(({ line }) => line);
  }
  await tx
    .update(accountImports)
    .set({ state: "undone", workedUntil: null })
    .where(eq(accountImports.id, importId));
  return null;
}

async function undoLine(
  tx: Transaction,
  viewer: StaffUser,
  importId: string,
  number: number,
): Promise<boolean> {
  await lockAccountsOf(tx, viewer.supplierId);
  const isLine = and(
    eq(accountImportLines.importId, importId),
    eq(accountImportLines.line, number),
    eq(accountImportLines.state, "applied"),
  );
  const [line] = await tx
    .select({ judgement: accountImportLines.judgement, before: accountImportLines.before })
    .from(accountImportLines)
    .where(isLine)
    .for("no key update");
  if (!line) return false;
  const { customerNumber, differences } = line.judgement as Judgement;
  const before = line.before as AccountBefore | null;
  const kept: KeptReason | null =
    before === null
      ? await removeNew(tx, importId, number)
      : await putBack(tx, viewer, customerNumber ?? "", before, differences);
  await tx
    .update(accountImportLines)
    .set({ state: kept ? "kept" : "undone", outcome: kept, settledAt: now() })
    .where(isLine);
  return true;
}

/** A new account disappears as long as nothing refers to it (db/functions/imports.sql). */
async function removeNew(tx: Transaction, importId: string, line: number): Promise<KeptReason | null> {
  const [row] = await tx.execute<{ removed: boolean }>(
    sql`select remove_imported_account(${importId}, ${line}) as removed`,
  );
  return row?.removed ? null : "in_use";
}
