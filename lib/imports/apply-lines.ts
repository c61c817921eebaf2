import { and, eq, inArray } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { readAccountChange } from "@/lib/accounts/account-change";
import { changeOf } from "@/lib/accounts/account-values";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { lockAccountsOf } from "@/lib/accounts/lock-accounts";
import { type AccountBefore, beforeOf, lockNumberedAccount } from "@/lib/accounts/lock-numbered-account";
import { recordAccount } from "@/lib/accounts/record-account";
import { now } from "@/lib/clock";
import { earlierLines } from "./check-lines";
import type { ImportColumns } from "./import-fields";
import type { Judgement } from "./import-verdict";
import { judgeLines } from "./judge-lines";
import { settleLine, workThroughLines } from "./work-through-lines";

/** Why a line was left out when the import was applied. */
type SkipReason =
  /** The account is no longer as the verdict said. */
  "changed_meanwhile" | "refused";

/** What undoing a line needs: the account before it, and the ids of the corrections that it made. */
export type LineBefore = AccountBefore & { corrections: string[] };

/** Applies the new and changed lines of an import that wait (`workThroughLines`). */
export const applyLines = (
  viewer: StaffUser,
  work: { importId: string; columns: ImportColumns },
  deadline: Date,
): Promise<number> =>
  workThroughLines(viewer, work.importId, deadline, {
    state: "applying",
    waiting: isWaiting(),
    order: "first",
    doLine: (tx, line) => applyLine(tx, viewer, work, line),
    failed: { state: "skipped", outcome: "failed" },
    end: (appliedAt) => ({ state: "applied", appliedAt }),
  });

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
      | { state: "applied"; accountId: string; before: LineBefore | null }
      | { state: "skipped"; outcome: SkipReason },
  ) => {
    await settleLine(tx, importId, number, values);
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
  const { customerNumber } = checked;
  const found = await lockNumberedAccount(tx, viewer, customerNumber);
  const origin = { source: "import", at: now() } as const;
  const saved = await recordAccount(tx, viewer, { customerNumber, found }, checked.change, origin);
  if (!saved.ok) return settle({ state: "skipped", outcome: "refused" });
  const corrections = line.isForced ? await recordForced(tx, viewer, saved.accountId, told) : [];
  const before = found ? { ...beforeOf(found), corrections } : null;
  return settle({ state: "applied", accountId: saved.accountId, before });
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
): Promise<string[]> {
  const ids: string[] = [];
  for (const { field, value, kept, why } of oldValues) {
    if (why !== "replaced") continue;
    const correction = { accountId, field, oldValue: kept, newValue: value };
    const id = await recordCorrection(tx, viewer, correction, now());
    if (id !== null) ids.push(id);
  }
  return ids;
}
