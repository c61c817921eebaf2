import { and, asc, eq, gt } from "drizzle-orm";
import { accountingBatches, accountingEntries } from "@/db/schema/accounting";
import { users } from "@/db/schema/users";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { isUuid } from "@/lib/uuid";
import { readStoredLines } from "./entry";
import type { FileFacts, NumberedEntry } from "./layouts/layout-parts";
import { BATCH_COLUMNS, layoutsOf, type ListedBatch } from "./open-accounting";
import { selectWithdrawn, type WithdrawnEntry } from "./withdrawn-entries";

/** A batch with what its page shows. */
export interface OpenedBatch extends ListedBatch {
  facts: FileFacts;
  /** The withdrawals that this batch tells of. */
  withdrawn: WithdrawnEntry[];
}

const ENTRIES_AT_ONCE = 500;

/** Opens a batch of the viewer's account; null for any other. */
export async function openBatch(viewer: CustomerUser, id: string): Promise<OpenedBatch | null> {
  if (!isUuid(id)) return null;
  return withViewer(viewer, async (tx) => {
    const [[batch], withdrawn] = await Promise.all([
      tx
        .select(BATCH_COLUMNS)
        .from(accountingBatches)
        .leftJoin(users, eq(users.id, accountingBatches.madeBy))
        .where(and(eq(accountingBatches.accountId, viewer.accountId), eq(accountingBatches.id, id))),
      selectWithdrawn(tx, viewer, id),
    ]);
    if (!batch) return null;
    return {
      ...batch,
      facts: batch.facts as FileFacts,
      ...layoutsOf(batch),
      withdrawn,
    };
  });
}

/** The entries of a batch as they were frozen, some hundred at a time, each in a short transaction. */
export async function* readEntries(
  viewer: CustomerUser,
  { id, currency }: Pick<OpenedBatch, "id" | "currency">,
): AsyncGenerator<NumberedEntry[], void, void> {
  for (let last = 0; ;) {
    const rows = await withViewer(viewer, (tx) =>
      tx
        .select({
          position: accountingEntries.position,
          number: accountingEntries.number,
          type: accountingEntries.type,
          issuedOn: accountingEntries.issuedOn,
          dueOn: accountingEntries.dueOn,
          sellerName: accountingEntries.sellerName,
          lines: accountingEntries.lines,
        })
        .from(accountingEntries)
        .where(
          and(
            eq(accountingEntries.accountId, viewer.accountId),
            eq(accountingEntries.batchId, id),
            gt(accountingEntries.position, last),
          ),
        )
        .orderBy(asc(accountingEntries.position))
        .limit(ENTRIES_AT_ONCE),
    );
    if (rows.length > 0)
      yield rows.map(({ lines, ...row }) => ({ ...row, currency, lines: readStoredLines(lines) }));
    if (rows.length < ENTRIES_AT_ONCE) return;
    last = rows.at(-1)?.position ?? last;
  }
}
