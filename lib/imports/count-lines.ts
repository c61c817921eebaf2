import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Verdict } from "./import-verdict";

/** How many lines of an import have which verdict, and the outcomes of those to apply. */
export interface LineCounts {
  verdicts: Record<Verdict, number>;
  unchecked: number;
  /** Lines with outdated values that somebody ticked. */
  forced: number;
  /** Lines to apply (new, changed, ticked) that wait. */
  waiting: number;
  applied: number;
  skipped: number;
  undone: number;
  /** Applied lines that could not be undone. */
  kept: number;
  /** Accounts whose recorded address the import would replace. */
  changedAddresses: number;
}

export async function countLines(tx: Transaction, importId: string): Promise<LineCounts> {
  const rows = await tx.execute<{
    verdict: Verdict | null;
    state: string;
    count: number;
    forced: number;
    addresses: number;
  }>(sql`
    select verdict, state, count(*)::int as count, count(*) filter (where is_forced)::int as forced,
      count(*) filter (where changes_address)::int as addresses
    from account_import_lines where import_id = ${importId} group by verdict, state`);
  const sum = (
    matches: (row: (typeof rows)[number]) => boolean,
    of: "count" | "forced" | "addresses" = "count",
  ) => rows.filter(matches).reduce((total, row) => total + row[of], 0);
  const ofVerdict = (verdict: Verdict) => sum((row) => row.verdict === verdict);
  const inState = (state: string) => sum((row) => row.state === state);
  const isToApply = (verdict: Verdict | null) => verdict === "new" || verdict === "changed";
  return {
    verdicts: {
      refused: ofVerdict("refused"),
      superseded: ofVerdict("superseded"),
      changed: ofVerdict("changed"),
      new: ofVerdict("new"),
      same: ofVerdict("same"),
    },
    unchecked: inState("unchecked"),
    forced: sum((row) => row.verdict === "superseded", "forced"),
    waiting:
      sum((row) => row.state === "checked" && isToApply(row.verdict)) +
      sum((row) => row.state === "checked" && row.verdict === "superseded", "forced"),
    applied: inState("applied"),
    skipped: inState("skipped"),
    undone: inState("undone"),
    kept: inState("kept"),
    changedAddresses: sum(({ verdict }) => verdict === "changed" || verdict === "superseded", "addresses"),
  };
}
