import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import { accountImportLines, VERDICTS } from "@/db/schema/account-imports";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { Judgement, Verdict } from "./import-verdict";

/** A line of an import as its page shows it. */
export interface ImportLine {
  line: number;
  state: (typeof accountImportLines.$inferSelect)["state"];
  isForced: boolean;
  outcome: string | null;
  judgement: Judgement;
}

/** A position in the list of lines: by verdict, then by line. In URLs `2_118`. */
export interface LineCursor {
  rank: number;
  line: number;
}

export function readLineCursor(text: string | undefined): LineCursor | null {
  const [, rank, line] = /^(\d)_(\d{1,9})$/.exec(text ?? "") ?? [];
  return rank && line ? { rank: Number(rank), line: Number(line) } : null;
}

export const writeLineCursor = ({ rank, line }: LineCursor): string => `${rank}_${line}`;

const PAGE_SIZE = 50;

/** One page of the lines that have a verdict, or of those with this one: refused, old and changed ones first. */
export function listImportLines(
  viewer: StaffUser,
  importId: string,
  { verdict, after }: { verdict: Verdict | null; after: LineCursor | null },
  limit = PAGE_SIZE,
): Promise<{ lines: ImportLine[]; next: LineCursor | null }> {
  return withViewer(viewer, async (tx) => {
    const { rank, line } = accountImportLines;
    const rows = await tx
      .select({
        rank,
        line,
        state: accountImportLines.state,
        isForced: accountImportLines.isForced,
        outcome: accountImportLines.outcome,
        judgement: accountImportLines.judgement,
      })
      .from(accountImportLines)
      .where(
        and(
          eq(accountImportLines.importId, importId),
          eq(accountImportLines.supplierId, viewer.supplierId),
          verdict ? eq(rank, VERDICTS.indexOf(verdict) + 1) : sql`${rank} is not null`,
          after ? or(gt(rank, after.rank), and(eq(rank, after.rank), gt(line, after.line))) : undefined,
        ),
      )
      .orderBy(asc(rank), asc(line))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      lines: shown.map(({ rank: _rank, judgement, ...row }) => ({
        ...row,
        judgement: judgement as Judgement,
      })),
      next: rows.length > limit && last?.rank ? { rank: last.rank, line: last.line } : null,
    };
  });
}
