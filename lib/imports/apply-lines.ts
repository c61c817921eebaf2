import { and, eq, inArray, or } from "drizzle-orm";
import { accountImportLines } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { readAccountChange } from "@/lib/accounts/account-change";
import { changeOf } from "@/lib/accounts/account-values";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import {
  type AccountSnapshot,
  type AccountWithCompany,
  fieldValue,
  lockAccountByNumber,
  snapshotOf,
} from "@/lib/accounts/lock-account-by-number";
import { recordAccount } from "@/lib/accounts/record-account";
import { now } from "@/lib/clock";
import { earlierLines } from "./check-lines";
import type { ImportColumns } from "./import-fields";
import type { Difference, Judgement } from "./import-verdict";
import { judgeLines } from "./judge-lines";
import { type Outcome, processLines, type WaitingLine } from "./process-lines";

/** Why a line was left out when the import was applied. */
type SkipReason =
  /** The account is no longer as the verdict said. */
  "changed_meanwhile" | "refused";

/**
 * What undoing a line needs: the account before the line was applied, and the ids of the corrections that it
 * recorded.
 */
export type LineUndoData = AccountSnapshot & { corrections: string[] };

/** Applies the new, changed and ticked lines of an import that wait (`processLines`). */
export const applyLines = (
  viewer: StaffUser,
  work: { importId: string; columns: ImportColumns },
  deadline: Date,
): Promise<number> =>
  processLines(viewer, work.importId, deadline, {
    state: "applying",
    waiting: and(
      eq(accountImportLines.state, "checked"),
      or(
        inArray(accountImportLines.verdict, ["new", "changed"]),
        and(eq(accountImportLines.verdict, "superseded"), accountImportLines.isForced),
      ),
    ),
    order: "ascending",
    prepare: async (tx, lines) => {
      const outdated = await outdatedLines(tx, viewer, work, lines);
      return (line) =>
        outdated.has(line.line) ? Promise.resolve(skip("changed_meanwhile")) : applyLine(tx, viewer, line);
    },
    failed: { state: "skipped", outcome: "failed" },
    end: (appliedAt) => ({ state: "applied", appliedAt }),
  });

const skip = (outcome: SkipReason): Outcome => ({ state: "skipped", outcome });

/** The lines whose verdict would be different now, because something has changed since it was shown. */
async function outdatedLines(
  tx: Transaction,
  viewer: StaffUser,
  { importId, columns }: { importId: string; columns: ImportColumns },
  lines: readonly WaitingLine[],
): Promise<ReadonlySet<number>> {
  const shownBefore = new Map(lines.map(({ line, judgement }) => [line, judgement as Judgement]));
  const first = lines[0]?.line ?? 0;
  const again = await judgeLines(tx, viewer, columns, lines, (numbers) =>
    earlierLines(tx, importId, numbers, first),
  );
  const changed = again.filter(({ line, judgement }) => {
    const shown = shownBefore.get(line);
    return shown === undefined || !isSame(shown, judgement);
  });
  return new Set(changed.map(({ line }) => line));
}

function isSame(shown: Judgement, again: Judgement): boolean {
  const part = ({ verdict, customerNumber, accountId, differences }: Judgement) =>
    JSON.stringify([
      verdict,
      customerNumber,
      accountId,
      differences.map(({ field, from, to }) => [field, from, to]),
    ]);
  return part(shown) === part(again);
}

async function applyLine(tx: Transaction, viewer: StaffUser, line: WaitingLine): Promise<Outcome> {
  const judgement = line.judgement as Judgement;
  const values = Object.fromEntries(judgement.differences.map(({ field, to }) => [field, to]));
  const checked = readAccountChange(judgement.customerNumber ?? "", changeOf(values));
  if (!checked.ok) return skip("refused");
  const { customerNumber } = checked;
  const found = await lockAccountByNumber(tx, viewer, customerNumber);
  if (found && !judgement.differences.every((one) => isStillApplicable(one, found)))
    return skip("changed_meanwhile");
  const origin = { source: "import", at: now() } as const;
  const saved = await recordAccount(tx, viewer, { customerNumber, found }, checked.change, origin);
  if (!saved.ok) return skip("refused");
  const corrections = line.isForced ? await recordForced(tx, viewer, saved.accountId, judgement) : [];
  const before = found ? { ...snapshotOf(found), corrections } : null;
  return { state: "applied", accountId: saved.accountId, before };
}

/** Accounts can share a company: another line of the file may already have set the value of this line. */
function isStillApplicable({ field, from, to }: Difference, account: AccountWithCompany): boolean {
  const current = fieldValue(account, field);
  return current === from || current === to;
}

/** Records each old value that somebody ticked as a correction, so that it counts as the current value from now on. */
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
