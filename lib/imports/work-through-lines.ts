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
import { type SettledLine, settleLines } from "./settle-lines";

/** The lines done in one transaction. Few, because every other change of the supplier's accounts waits for it. */
const GROUP = 50;

/** A line that waits, with its verdict, and the account before it once it was applied. */
export type WaitingLine = Pick<
  typeof accountImportLines.$inferSelect,
  "line" | "cells" | "isForced" | "judgement" | "before"
>;

/** What becomes of a line. */
export type Outcome = Omit<SettledLine, "line">;

type DoLine = (line: WaitingLine) => Promise<Outcome>;

/** What applying and undoing an import differ in. */
interface Stage {
  state: "applying" | "undoing";
  /** The lines that wait, and in which order they are done. */
  waiting: SQL | undefined;
  order: "first" | "last";
  /** Prepares a group of lines, and returns how one of them is done. */
  prepare: (tx: Transaction, lines: readonly WaitingLine[]) => DoLine | Promise<DoLine>;
  /** The outcome of a line that fails for an unforeseen reason, so that the lines after it are still done. */
  failed: { state: "skipped" | "kept"; outcome: "failed" };
  /** The state of the import once no line waits. */
  end: (at: Date) => { state: "applied"; appliedAt: Date } | { state: "undone" };
}

/**
 * Does the waiting lines of an import until none is left or the time is over. A group of lines and their new states are
 * one transaction, so that no line is done twice, even if the process is killed. The caller has claimed the import.
 * Returns how many lines were done.
 */
export async function workThroughLines(
  viewer: StaffUser,
  importId: string,
  deadline: Date,
  stage: Stage,
): Promise<number> {
  for (let done = 0; ;) {
    const count = await withViewer(viewer, (tx) => doGroup(tx, viewer, importId, deadline, stage));
    if (count === null) return done;
    done += count;
    if (now() >= deadline) return done;
  }
}

/** Returns how many lines were done; null when the import is done, or another stage has begun. */
async function doGroup(
  tx: Transaction,
  viewer: StaffUser,
  importId: string,
  deadline: Date,
  stage: Stage,
): Promise<number | null> {
  // Before any other lock, as in every change of this supplier's accounts, so that no two of them deadlock.
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
  const doLine = await stage.prepare(tx, lines);
  const settled: SettledLine[] = [];
  for (const line of lines) {
    settled.push({ line: line.line, ...(await tryLine(tx, importId, line, doLine, stage)) });
    if (now() >= deadline) break;
  }
  await settleLines(tx, importId, settled);
  const at = now();
  if (at >= deadline) await endClaim(tx, importId, at);
  else await keepClaim(tx, importId, at);
  return settled.length;
}

function nextLines(tx: Transaction, importId: string, stage: Stage): Promise<WaitingLine[]> {
  const { line, cells, isForced, judgement, before } = accountImportLines;
  return tx
    .select({ line, cells, isForced, judgement, before })
    .from(accountImportLines)
    .where(and(eq(accountImportLines.importId, importId), stage.waiting))
    .orderBy(stage.order === "first" ? asc(line) : desc(line))
    .limit(GROUP);
}

/** Does a line; when PostgreSQL refuses its values, only this line is left out. */
async function tryLine(
  tx: Transaction,
  importId: string,
  line: WaitingLine,
  doLine: DoLine,
  stage: Stage,
): Promise<Outcome> {
  try {
    await tx.execute(sql`savepoint line`);
    const outcome = await doLine(line);
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

/** PostgreSQL refused the values (classes 22 and 23), and would again; other errors may pass. */
const isAboutData = (code: string | undefined) => /^2[23]/.test(code ?? "");
