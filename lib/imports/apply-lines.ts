import { and, asc, eq, inArray } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { readAccountChange } from "@/lib/accounts/account-change";
import { changeOf } from "@/lib/accounts/account-values";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { lockAccountsOf } from "@/lib/accounts/lock-accounts";
import type { AccountBefore } from "@/lib/accounts/lock-numbered-account";
import { saveAccountIn } from "@/lib/accounts/save-account";
import { now } from "@/lib/clock";
import { earlierLines } from "./check-lines";
import { endClaim, keepClaim } from "./claim-import";
import type { ImportColumns } from "./import-fields";
import type { Judgement } from "./import-verdict";
import { judgeLines } from "./judge-lines";

/** Each batch says that the import is being worked on, and is told when it was undone meanwhile. */
const BATCH = 50;

/** Why a line was left out when the import was applied. */
type SkipReason =
  /** The account is no longer as the verdict said. */
  "changed_meanwhile" | "refused";

/**
 * Applies the new and changed lines of an import that wait, each in a transaction of its own with its state, until none is
 * left or the time is over: whatever stops this process, no line is applied twice. The caller has claimed the import.
 */
export async function applyLines(
  viewer: StaffUser,
  work: { importId: string; columns: ImportColumns },
  deadline: Date,
): Promise<number> {
  for (let done = 0; ;) {
    const lines = await withViewer(viewer, (tx) => nextLines(tx, work.importId));
    if (lines === null) return done;
    for (const line of lines) {
      if (await withViewer(viewer, (tx) => applyLine(tx, viewer, work, line))) done += 1;
      if (now() >= deadline) {
        await withViewer(viewer, (tx) => endClaim(tx, work.importId, now()));
        return done;
      }
    }
  }
}

/** The numbers of the next lines; null when the import is done, or is no longer to be applied. */
async function nextLines(tx: Transaction, importId: string): Promise<number[] | null> {
  const [current] = await tx
    .select({ state: accountImports.state })
    .from(accountImports)
    .where(eq(accountImports.id, importId))
    .for("no key update");
  if (current?.state !== "applying") return null;
  const at = now();
  const rows = await tx
    .select({ line: accountImportLines.line })
    .from(accountImportLines)
    .where(and(eq(accountImportLines.importId, importId), isWaiting()))
    .orderBy(asc(accountImportLines.line))
    .limit(BATCH);
  if (rows.length > 0) {
    await keepClaim(tx, importId, at);
    return rows.map(({ line }) => line);
  }
  await tx
    .update(accountImports)
    .set({ state: "applied", appliedAt: at, workedUntil: null })
    .where(eq(accountImports.id, importId));
  return null;
}

const isWaiting = () =>
  and(eq(accountImportLines.state, "checked"), inArray(accountImportLines.verdict, ["new", "changed"]));

async function applyLine(
  tx: Transaction,
  viewer: StaffUser,
  { importId, columns }: { importId: string; columns: ImportColumns },
  number: number,
): Promise<boolean> {
  // Before the line: whoever changes accounts of this supplier takes this lock first.
  await lockAccountsOf(tx, viewer.supplierId);
  const [line] = await tx
    .select({
      cells: accountImportLines.cells,
      isForced: accountImportLines.isForced,
      judgement: accountImportLines.judgement,
    })
    .from(accountImportLines)
    // The import is locked too: once it is being undone, no line of it is applied any more.
    .innerJoin(
      accountImports,
      and(eq(accountImports.id, accountImportLines.importId), eq(accountImports.state, "applying")),
    )
    .where(and(eq(accountImportLines.importId, importId), eq(accountImportLines.line, number), isWaiting()))
    .for("no key update");
  if (!line) return false;
  const settle = async (
    values:
      | { state: "applied"; accountId: string; before: AccountBefore | null }
      | { state: "skipped"; outcome: SkipReason },
  ) => {
    await tx
      .update(accountImportLines)
      .set({ ...values, settledAt: now() })
      .where(and(eq(accountImportLines.importId, importId), eq(accountImportLines.line, number)));
    return true;
  };
  const told = line.judgement as Judgement;
  const [again] = await judgeLines(tx, viewer, columns, [{ line: number, ...line }], (numbers) =>
    earlierLines(tx, importId, numbers, number),
  );
  if (!again || !isSame(told, again.judgement))
    return settle({ state: "skipped", outcome: "changed_meanwhile" });

  const values = Object.fromEntries(told.differences.map(({ field, to }) => [field, to]));
  const checked = readAccountChange(told.customerNumber ?? "", changeOf(values));
  if (!checked.ok) return settle({ state: "skipped", outcome: "refused" });
  const saved = await saveAccountIn(tx, viewer, checked.customerNumber, checked.change, "import");
  if (!saved.ok) return settle({ state: "skipped", outcome: "refused" });
  if (line.isForced) await recordForced(tx, viewer, saved.accountId, told);
  return settle({ state: "applied", accountId: saved.accountId, before: saved.before });
}

/** Whether the verdict that was shown still holds. */
function isSame(told: Judgement, again: Judgement): boolean {
  const part = ({ verdict, customerNumber, accountId, differences }: Judgement) =>
    JSON.stringify([
      verdict,
      customerNumber,
      accountId,
      differences.map(({ field, from, to }) => [field, from, to]),
    ]);
  return part(told) === part(again);
}

/** An old value that somebody ticked is the right one from now on. */
async function recordForced(
  tx: Transaction,
  viewer: StaffUser,
  accountId: string,
  { oldValues }: Judgement,
): Promise<void> {
  for (const { field, value, kept, why } of oldValues)
    if (why === "replaced")
      await recordCorrection(tx, viewer, { accountId, field, oldValue: kept, newValue: value }, now());
}
