import { and, asc, eq } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUuid } from "@/lib/uuid";
import { mustTypeCount } from "./address-share";
import { countAddresses } from "./apply-import";
import { countLines, type LineCounts } from "./count-lines";
import type { ImportColumns } from "./import-fields";

/** The page shows at most this many characters of a cell, as an example of its column. */
const MAX_SAMPLE = 60;

type Row = typeof accountImports.$inferSelect;

/** An import as its page shows it. */
export interface ImportFound {
  id: string;
  fileName: string;
  sheet: string | null;
  state: Row["state"];
  lineCount: number;
  createdAt: Date;
  applyingAt: Date | null;
  appliedAt: Date | null;
  undoneAt: Date | null;
  counts: LineCounts;
  columns: { heading: string; field: ImportColumns[number]; samples: string[] }[];
  /** How many addresses are changed, when that number must be typed; else null. */
  countToType: number | null;
  /** Lines done while it is being checked, applied or undone; null when it is not in progress. */
  progress: { done: number; total: number } | null;
}

/** One import of the viewer's supplier, with its counts; null for an unknown id. */
export function getImport(viewer: StaffUser, importId: string): Promise<ImportFound | null> {
  if (!isUuid(importId)) return Promise.resolve(null);
  return withViewer(viewer, async (tx) => {
    const [found] = await tx
      .select()
      .from(accountImports)
      .where(and(eq(accountImports.id, importId), eq(accountImports.supplierId, viewer.supplierId)));
    if (!found) return null;
    const counts = await countLines(tx, importId);
    const first = await tx
      .select({ cells: accountImportLines.cells })
      .from(accountImportLines)
      .where(eq(accountImportLines.importId, importId))
      .orderBy(asc(accountImportLines.line))
      .limit(8);
    const { heads, columns, workedUntil: _w, formHash: _f, supplierId: _s, ...shown } = found;
    const mustType =
      found.state === "checked" && mustTypeCount(counts.changedAddresses, await countAddresses(tx, viewer));
    return {
      ...shown,
      counts,
      columns: heads.map((heading, index) => ({
        heading,
        field: (columns as ImportColumns)[index] ?? null,
        samples: [
          ...new Set(first.map(({ cells }) => (cells[index] ?? "").slice(0, MAX_SAMPLE)).filter(Boolean)),
        ].slice(0, 3),
      })),
      countToType: mustType ? counts.changedAddresses : null,
      progress: progressOf(found, counts),
    };
  });
}

function progressOf(
  { state, lineCount }: Pick<Row, "state" | "lineCount">,
  { unchecked, waiting, applied, skipped, undone, kept }: LineCounts,
): ImportFound["progress"] {
  switch (state) {
    case "checking":
      return { done: lineCount - unchecked, total: lineCount };
    case "applying":
      return { done: applied + skipped, total: applied + skipped + waiting };
    case "undoing":
      return { done: undone + kept, total: undone + kept + applied };
    default:
      return null;
  }
}
