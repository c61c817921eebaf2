import { eq } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { CHECK_AT_ONCE_MS, checkLines } from "./check-lines";
import { claimedUntil } from "./claim-import";
import type { ImportColumns } from "./import-fields";
import { lockImport } from "./lock-import";

export type ChangedColumns =
  { ok: true } | { ok: false; reason: "import_not_found" | "import_started" | "column_twice" };

/**
 * Sets what each column of an import holds, and judges all its lines again. Refuses two columns for one field, and an
 * import that is being applied or was.
 */
export async function changeColumns(
  viewer: StaffUser,
  importId: string,
  columns: ImportColumns,
): Promise<ChangedColumns> {
  const named = columns.filter((field) => field !== null);
  if (new Set(named).size < named.length) return { ok: false, reason: "column_twice" };
  const changed = await withViewer(
    viewer,
    async (tx): Promise<ChangedColumns & { columns?: ImportColumns }> => {
      const found = await lockImport(tx, viewer, importId);
      if (!found) return { ok: false, reason: "import_not_found" };
      if (found.state !== "checked" && found.state !== "checking")
        return { ok: false, reason: "import_started" };
      const fitting = found.heads.map((_, index) => columns[index] ?? null);
      if (JSON.stringify(fitting) === JSON.stringify(found.columns)) return { ok: true };
      await tx
        .update(accountImports)
        .set({ columns: fitting, state: "checking", workedUntil: claimedUntil(now()) })
        .where(eq(accountImports.id, importId));
      await tx
        .update(accountImportLines)
        .set({ state: "unchecked", verdict: null, customerNumber: null, isForced: false })
        .where(eq(accountImportLines.importId, importId));
      return { ok: true, columns: fitting };
    },
  );
  if (changed.ok && changed.columns)
    await checkLines(
      viewer,
      { importId, columns: changed.columns },
      new Date(now().getTime() + CHECK_AT_ONCE_MS),
    );
  return changed.ok ? { ok: true } : changed;
}
