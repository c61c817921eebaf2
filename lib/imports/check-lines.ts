import { and, asc, eq, sql } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { endClaim, keepClaim } from "./claim-import";
import type { ImportColumns } from "./import-fields";
import type { Judgement } from "./import-verdict";
import { judgeLines, type LineToJudge } from "./judge-lines";

const BATCH = 500;
/** How long a page waits for the verdicts. Background work (`workOnImports`) checks the remaining lines. */
export const CHECK_AT_ONCE_MS = 6_000;

/**
 * Gives a verdict to each line of an import that has none, in batches of one transaction each, until none is left or
 * `deadline` has passed. Stops when the columns of the import were changed in the meantime, because a new check has
 * begun then. The caller has claimed the import. Returns the number of lines checked.
 */
export async function checkLines(
  viewer: StaffUser,
  work: { importId: string; columns: ImportColumns },
  deadline: Date,
): Promise<number> {
  for (let done = 0; ;) {
    const count = await withViewer(viewer, (tx) => checkBatch(tx, viewer, work));
    if (count === null) return done;
    done += count;
    if (now() >= deadline) {
      await withViewer(viewer, (tx) => endClaim(tx, work.importId, now()));
      return done;
    }
  }
}

/** Returns how many lines were checked; null when nothing is left to do. */
async function checkBatch(
  tx: Transaction,
  viewer: StaffUser,
  { importId, columns }: { importId: string; columns: ImportColumns },
): Promise<number | null> {
  const [current] = await tx
    .select({ state: accountImports.state, columns: accountImports.columns })
    .from(accountImports)
    .where(eq(accountImports.id, importId))
    .for("no key update");
  if (current?.state !== "checking" || JSON.stringify(current.columns) !== JSON.stringify(columns))
    return null;
  const lines = await tx
    .select({
      line: accountImportLines.line,
      cells: accountImportLines.cells,
      isForced: accountImportLines.isForced,
    })
    .from(accountImportLines)
    .where(and(eq(accountImportLines.importId, importId), eq(accountImportLines.state, "unchecked")))
    .orderBy(asc(accountImportLines.line))
    .limit(BATCH);
  if (lines.length === 0) {
    await tx
      .update(accountImports)
      .set({ state: "checked", workedUntil: now() })
      .where(eq(accountImports.id, importId));
    return null;
  }
  const judged = await judgeLines(tx, viewer, columns, lines, (numbers) =>
    earlierLines(tx, importId, numbers, lines[0]?.line ?? 0),
  );
  await storeJudgements(tx, importId, judged);
  await keepClaim(tx, importId, now());
  return lines.length;
}

/** Returns, for each customer number, its first line before line `before` that is not refused. */
export async function earlierLines(
  tx: Transaction,
  importId: string,
  numbers: readonly string[],
  before: number,
): Promise<Map<string, number>> {
  const rows = await tx.execute<{ customer_number: string; line: number }>(sql`
    select customer_number, min(line)::int as line from account_import_lines
    where import_id = ${importId} and line < ${before} and verdict <> 'refused'
      and ${isAmong(sql`customer_number`, numbers)}
    group by customer_number`);
  return new Map(rows.map(({ customer_number, line }) => [customer_number, line]));
}

/** Stores the verdicts with one statement. */
export async function storeJudgements(
  tx: Transaction,
  importId: string,
  judged: readonly (LineToJudge & { judgement: Judgement })[],
): Promise<void> {
  const rows = judged.map(({ line, isForced, judgement }) => ({
    line,
    is_forced: isForced,
    verdict: judgement.verdict,
    customer_number: judgement.customerNumber,
    company_name: judgement.companyName,
    account_id: judgement.accountId,
    changes_address: judgement.differences.some(({ field, from }) => field === "email" && from !== null),
    judgement,
  }));
  const judgedLine = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (line int, is_forced bool, verdict text,
    customer_number text, company_name text, account_id uuid, changes_address bool, judgement jsonb)`;
  await tx
    .update(accountImportLines)
    .set({
      state: "checked",
      verdict: sql`r.verdict`,
      customerNumber: sql`r.customer_number`,
      companyName: sql`r.company_name`,
      accountId: sql`r.account_id`,
      changesAddress: sql`r.changes_address`,
      isForced: sql`r.is_forced`,
      judgement: sql`r.judgement`,
    })
    .from(judgedLine)
    .where(and(eq(accountImportLines.importId, importId), sql`${accountImportLines.line} = r.line`));
}
