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

/** So long one import is worked on before it is the turn of another supplier. */
const SLICE_MS = 5_000;

/**
 * Goes on with the imports that are being checked, applied or undone, until none is left or `deadline` has passed. Safe to
 * run twice and side by side: one process at a time works on an import, and takes over from one that was killed. Returns
 * the number of lines done.
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
      // Tried again once the claim has run out; the others go on.
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

/** The member of staff, who must still be one: nothing is done in the name of somebody who left. */
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

/** What is applied stays; a colleague may undo it, or give the file again. */
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
