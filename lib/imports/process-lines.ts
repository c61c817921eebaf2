import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import { withoutValues } from "@/lib/access/query-failure";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { lockAccountsOf } from "@/lib/accounts/lock-accounts";
import { now } from "@/lib/clock";
import { describeError, log } from "@/lib/log";
import { endClaim, keepClaim } from "./claim-import";
import { type LineOutcome, storeOutcomes } from "./store-outcomes";

/**
 * The number of lines in one transaction. It is small, because other changes of the supplier's accounts wait for its
 * end.
 */
const BATCH = 50;

/** A line to process, with its verdict; `before` is set when it was applied (`LineUndoData`). */
export type WaitingLine = Pick<
  typeof accountImportLines.$inferSelect,
  "line" | "cells" | "isForced" | "judgement" | "before"
>;

/** The outcome of one line. */
export type Outcome = Omit<LineOutcome, "line">;

type ProcessLine = (line: WaitingLine) => Promise<Outcome>;

/** What is different between applying and undoing an import. */
interface Stage {
  state: "applying" | "undoing";
  /** The condition for the lines to process, and their order by line number. */
  waiting: SQL | undefined;
  order: "ascending" | "descending";
  /** Prepares a batch of lines, and returns the function that processes one of them. */
  prepare: (tx: Transaction, lines: readonly WaitingLine[]) => ProcessLine | Promise<ProcessLine>;
  /** The outcome of a line whose values PostgreSQL refuses. The lines after it are still processed. */
  failed: { state: "skipped" | "kept"; outcome: "failed" };
  /** The state of the import when all lines are processed. */
  end: (at: Date) => { state: "applied"; appliedAt: Date } | { state: "undone" };
}

/**
 * Processes the lines of an import until none is left or `deadline` has passed. A batch of lines and their outcomes
 * are stored in one transaction, so that no line is processed twice, even if the process is killed. The caller has
 * claimed the import. Returns the number of lines processed.
 */
export async function processLines(
  viewer: StaffUser,
  importId: string,
  deadline: Date,
  stage: Stage,
): Promise<number> {
  for (let done = 0; ;) {
    const count = await withViewer(viewer, (tx) => processBatch(tx, viewer, importId, deadline, stage));
    if (count === null) return done;
    done += count;
    if (now() >= deadline) return done;
  }
}

/** Returns the number of lines processed; null when the import is finished, or another stage has begun. */
async function processBatch(
  tx: Transaction,
  viewer: StaffUser,
  importId: string,
  deadline: Date,
  stage: Stage,
): Promise<number | null> {
  // Taken before any other lock, as in every change of this supplier's accounts, to prevent deadlocks.
  await lockAccountsOf(tx, viewer.supplierId);
  const [current] = await tx
    .select({ state: accountImports.state })
    .from(accountImports)
    .where(eq(accountImports.id, importId))
    .for("no key update");
  if (current?.state !== stage.state) return null;
  const lines = await nextLines(tx, importId, stage);
  if (lines.length === 0) {
    const at = now();
    await tx
      .update(accountImports)
      .set({ ...stage.end(at), workedUntil: at })
      .where(eq(accountImports.id, importId));
    return null;
  }
  const processLine = await stage.prepare(tx, lines);
  const outcomes: LineOutcome[] = [];
  for (const line of lines) {
    outcomes.push({ line: line.line, ...(await tryLine(tx, importId, line, processLine, stage)) });
    if (now() >= deadline) break;
  }
  await storeOutcomes(tx, importId, outcomes);
  const at = now();
  if (at >= deadline) await endClaim(tx, importId, at);
  else await keepClaim(tx, importId, at);
  return outcomes.length;
}

function nextLines(tx: Transaction, importId: string, stage: Stage): Promise<WaitingLine[]> {
  const { line, cells, isForced, judgement, before } = accountImportLines;
  return tx
    .select({ line, cells, isForced, judgement, before })
    .from(accountImportLines)
    .where(and(eq(accountImportLines.importId, importId), stage.waiting))
    .orderBy(stage.order === "ascending" ? asc(line) : desc(line))
    .limit(BATCH);
}

/** Processes a line in a savepoint, so that only this line is skipped when PostgreSQL refuses its values. */
async function tryLine(
  tx: Transaction,
  importId: string,
  line: WaitingLine,
  processLine: ProcessLine,
  stage: Stage,
): Promise<Outcome> {
  try {
    await tx.execute(sql`savepoint line`);
    const outcome = await processLine(line);
    await tx.execute(sql`release savepoint line`);
    return outcome;
  } catch (failure) {
    const fields = describeError(withoutValues(failure));
    if (!isAboutData(fields.errorCode)) throw failure;
    log("error", "import_line_failed", { ...fields, subjectId: importId, count: line.line });
    await tx.execute(sql`rollback to savepoint line`);
    return stage.failed;
  }
}

/**
 * Whether PostgreSQL refused the values (SQLSTATE classes 22 and 23). Other errors may be temporary, so they are
 * thrown.
 */
const isAboutData = (code: string | undefined) => /^2[23]/.test(code ?? "");
