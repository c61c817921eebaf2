import { asc, isNull } from "drizzle-orm";
import { retentionRaises } from "@/db/schema/retention-raises";
import { withViewer } from "@/lib/access/with-viewer";
import { inTurns } from "@/lib/in-turns";
import { continueRaise } from "./retention-raise";

/**
 * Continues the raises of retention that are going on, in batches, until `deadline`. Safe to run twice, in parallel, and
 * after a kill: each batch notes in its transaction how far it came.
 */
export async function moveLastDays(at: Date, deadline?: Date): Promise<void> {
  const open = await withViewer({ kind: "job" }, (tx) =>
    tx
      .select({ id: retentionRaises.supplierId })
      .from(retentionRaises)
      .where(isNull(retentionRaises.endedAt))
      .orderBy(asc(retentionRaises.supplierId)),
  );
  await inTurns(open, { at, deadline }, ({ id }) =>
    withViewer({ kind: "job" }, (tx) => continueRaise(tx, id, at)),
  );
}
