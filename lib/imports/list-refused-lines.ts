import { and, asc, eq } from "drizzle-orm";
import { accountImportLines, accountImports } from "@/db/schema/account-imports";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUuid } from "@/lib/uuid";
import type { Refusal } from "./import-refusal";
import type { Judgement } from "./import-verdict";

export interface RefusedLines {
  headings: string[];
  lines: { line: number; cells: string[]; refusal: Refusal }[];
}

/** The refused lines of an import as the file has them, each with the reason; null for an unknown import. */
export async function listRefusedLines(viewer: StaffUser, importId: string): Promise<RefusedLines | null> {
  if (!isUuid(importId)) return null;
  return withViewer(viewer, async (tx) => {
    const [found] = await tx
      .select({ heads: accountImports.heads })
      .from(accountImports)
      .where(and(eq(accountImports.id, importId), eq(accountImports.supplierId, viewer.supplierId)));
    if (!found) return null;
    const rows = await tx
      .select({
        line: accountImportLines.line,
        cells: accountImportLines.cells,
        judgement: accountImportLines.judgement,
      })
      .from(accountImportLines)
      .where(and(eq(accountImportLines.importId, importId), eq(accountImportLines.verdict, "refused")))
      .orderBy(asc(accountImportLines.line));
    const lines = rows.flatMap(({ judgement, ...row }) => {
      const { refusal } = judgement as Judgement;
      return refusal ? [{ ...row, refusal }] : [];
    });
    return { headings: found.heads, lines };
  });
}
