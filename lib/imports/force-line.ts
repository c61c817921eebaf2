import { and, eq } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUuid } from "@/lib/uuid";
import { earlierLines, storeJudgements } from "./check-lines";
import type { ImportColumns } from "./import-fields";
import { judgeLines } from "./judge-lines";

export type ForcedLine = { ok: true } | { ok: false; reason: "import_not_found" | "import_started" };

/**
 * Ticks or unticks the box with which a line is applied although its values are outdated, and stores the line's new
 * verdict. Refuses an import or a line that does not exist, and an import that is not checked yet or is already being
 * applied (`import_started`).
 */
export async function forceLine(
  viewer: StaffUser,
  importId: string,
  line: number,
  isForced: boolean,
): Promise<ForcedLine> {
  if (!isUuid(importId)) return { ok: false, reason: "import_not_found" };
  return withViewer(viewer, async (tx) => {
    const [found] = await tx
      .select({
        state: accountImports.state,
        columns: accountImports.columns,
        cells: accountImportLines.cells,
      })
      .from(accountImports)
      .innerJoin(accountImportLines, eq(accountImportLines.importId, accountImports.id))
      .where(
        and(
          eq(accountImports.id, importId),
          eq(accountImports.supplierId, viewer.supplierId),
          eq(accountImportLines.line, line),
        ),
      )
      .for("no key update", { of: accountImports });
    if (!found) return { ok: false, reason: "import_not_found" };
    if (found.state !== "checked") return { ok: false, reason: "import_started" };
    const columns = found.columns as ImportColumns;
    const judged = await judgeLines(
      tx,
      viewer,
      columns,
      [{ line, cells: found.cells, isForced }],
      (numbers) => earlierLines(tx, importId, numbers, line),
    );
    await storeJudgements(tx, importId, judged);
    return { ok: true };
  });
}
