import { and, eq, inArray } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import { users } from "@/db/schema/users";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { describeError, log } from "@/lib/log";
import { applyLines } from "./apply-lines";
import { checkLines } from "./check-lines";
import { type ClaimedImport, claimNextImport } from "./claim-import";
import { undoLines } from "./undo-lines";

/** The longest time for one import before the next supplier's import is processed. */
const SLICE_MS = 5_000;

/**
 * Continues the imports that are being checked, applied or undone, until none is left or `deadline` has passed.
 * Several processes may run it at the same time: a claim lets only one process at a time work on an import. The claim
 * of a killed process expires, and then another process continues. Returns the number of lines processed.
 */
export async function workOnImports(deadline: Date): Promise<number> {
  let done = 0;
  while (now() < deadline) {
    const work = await claimNextImport();
    if (!work) break;
    const sliceEnd = new Date(Math.min(deadline.getTime(), now().getTime() + SLICE_MS));
    try {
      done += await workOn(work, sliceEnd);
    } catch (error) {
      // The import is tried again when its claim has expired. The others continue.
      log("error", "import_failed", { ...describeError(error), subjectId: work.importId });
    }
  }
  return done;
}

async function workOn(work: ClaimedImport, deadline: Date): Promise<number> {
  const viewer = await findStaff(work);
  if (!viewer) return stopImport(work.importId);
  if (work.state === "checking") return checkLines(viewer, work, deadline);
  if (work.state === "applying") return applyLines(viewer, work, deadline);
  return undoLines(viewer, work.importId, deadline);
}

/** Returns the member of staff who started the import; null when they are no longer active staff of the supplier. */
function findStaff({ userId, supplierId }: ClaimedImport): Promise<StaffUser | null> {
  return withViewer({ kind: "job" }, async (tx) => {
    const [found] = userId
      ? await tx
          .select({ role: users.role })
          .from(users)
          .where(and(eq(users.id, userId), eq(users.supplierId, supplierId), eq(users.status, "active")))
      : [];
    return found && userId && (found.role === "adviser" || found.role === "manager")
      ? { kind: found.role, userId, supplierId }
      : null;
  });
}

/** Skips the remaining lines. Other staff may undo the applied lines, or upload the file again. */
function stopImport(importId: string): Promise<number> {
  return withViewer({ kind: "job" }, async (tx) => {
    const left = await tx
      .update(accountImportLines)
      .set({ state: "skipped", outcome: "staff_left" })
      .where(
        and(
          eq(accountImportLines.importId, importId),
          inArray(accountImportLines.state, ["unchecked", "checked"]),
        ),
      )
      .returning({ line: accountImportLines.line });
    await tx
      .update(accountImports)
      .set({ state: "applied", workedUntil: now() })
      .where(eq(accountImports.id, importId));
    return left.length;
  });
}
