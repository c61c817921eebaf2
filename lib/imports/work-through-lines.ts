import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { describeError, log } from "@/lib/log";
import { endClaim, keepClaim } from "./claim-import";

/** Each batch says that the import is being worked on, and is told when another stage has begun meanwhile. */
const BATCH = 50;

/** What applying and undoing an import differ in. */
interface Stage {
  state: "applying" | "undoing";
  /** The lines that wait, and in which order they are done. */
  waiting: SQL | undefined;
  order: "first" | "last";
  /** Does one line in a transaction of its own. False: it no longer waits. */
  doLine: (tx: Transaction, line: number) => Promise<boolean>;
  /** What a line is that fails for an unforeseen reason: it must not keep the others waiting. */
  failed: { state: "skipped" | "kept"; outcome: "failed" };
  /** What the import is once no line waits. */
  end: (at: Date) => { state: "applied"; appliedAt: Date } | { state: "undone" };
}

/**
 * Does the lines of an import that wait, each in a transaction of its own with its state, until none is left or the time is
 * over: whatever stops this process, no line is done twice. The caller has claimed the import. Returns how many were done.
 */
export async function workThroughLines(
  viewer: StaffUser,
  importId: string,
  deadline: Date,
  stage: Stage,
): Promise<number> {
  for (let done = 0; ;) {
    const lines = await withViewer(viewer, (tx) => nextLines(tx, importId, stage));
    if (lines === null) return done;
    for (const line of lines) {
      if (await doLine(viewer, importId, line, stage)) done += 1;
      if (now() >= deadline) {
        await withViewer(viewer, (tx) => endClaim(tx, importId, now()));
        return done;
      }
    }
  }
}

/** The numbers of the next lines; null when the import is done, or another stage has begun. */
async function nextLines(tx: Transaction, importId: string, stage: Stage): Promise<number[] | null> {
  const [current] = await tx
    .select({ state: accountImports.state })
    .from(accountImports)
    .where(eq(accountImports.id, importId))
    .for("no key update");
  if (current?.state !== stage.state) return null;
  const { line } = accountImportLines;
  const rows = await tx
    .select({ line })
    .from(accountImportLines)
    .where(and(eq(accountImportLines.importId, importId), stage.waiting))
    .orderBy(stage.order === "first" ? asc(line) : desc(line))
    .limit(BATCH);
  const at = now();
  if (rows.length > 0) {
    await keepClaim(tx, importId, at);
    return rows.map((row) => row.line);
  }
  await tx
    .update(accountImports)
    .set({ ...stage.end(at), workedUntil: at })
    .where(eq(accountImports.id, importId));
  return null;
}

async function doLine(viewer: StaffUser, importId: string, line: number, stage: Stage): Promise<boolean> {
  try {
    return await withViewer(viewer, (tx) => stage.doLine(tx, line));
  } catch (error) {
    const fields = describeError(error);
    if (!isAboutData(fields.errorCode)) throw error;
    log("error", "import_line_failed", { ...fields, subjectId: importId, count: line });
    await withViewer(viewer, (tx) => settleLine(tx, importId, line, stage.failed));
    return true;
  }
}

/** PostgreSQL refused the values (classes 22 and 23), and would again; other errors may pass. */
const isAboutData = (code: string | undefined) => /^2[23]/.test(code ?? "");

/** Says what became of a line. */
export async function settleLine(
  tx: Transaction,
  importId: string,
  line: number,
  values: Partial<typeof accountImportLines.$inferInsert>,
): Promise<void> {
  await tx
    .update(accountImportLines)
    .set({ ...values, settledAt: now() })
    .where(and(eq(accountImportLines.importId, importId), eq(accountImportLines.line, line)));
}
