import { and, eq, isNull, sql } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { olderThan } from "@/db/older-than";
import { refusedFiles } from "@/db/schema/deposits";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { PlainDate } from "@/lib/dates";
import type { TimeCursor } from "@/lib/time-cursor";
import { isUuid } from "@/lib/uuid";
import { onDay } from "./on-day";
import { type RefusedFile, refusedFile, selectRefusedFiles } from "./refused-file";

interface RefusedList {
  files: RefusedFile[];
  older: TimeCursor | null;
}

/** Which refused files: those that nobody has resolved (`open`), or all of a day or of every day. */
interface Which {
  isOpen: boolean;
  day: PlainDate | null;
  timeZone: string;
  after: TimeCursor | null;
  limit: number;
}

/** Lists the refused files of the manager's supplier, the last refused first. */
export async function listRefusedFiles(
  viewer: Manager,
  { isOpen, day, timeZone, after, limit }: Which,
): Promise<RefusedList> {
  const at = now();
  const rows = await withViewer(viewer, (tx) =>
    selectRefusedFiles(
      tx,
      and(
        eq(refusedFiles.supplierId, viewer.supplierId),
        isOpen ? isNull(refusedFiles.resolution) : undefined,
        day === null ? undefined : onDay(refusedFiles.lastRefusedAt, day, timeZone),
        olderThan(refusedFiles.lastRefusedAt, refusedFiles.id, after),
      ),
    )
      .orderBy(newestFirst(refusedFiles.lastRefusedAt), newestFirst(refusedFiles.id))
      .limit(limit + 1),
  );
  const files = rows.slice(0, limit).map((row) => refusedFile(row, at));
  const last = files.at(-1);
  return { files, older: rows.length > limit && last ? { at: last.lastRefusedAt, id: last.id } : null };
}

/** Returns one refused file of the manager's supplier; null when there is none with this id. */
export async function findRefusedFile(viewer: Manager, id: string): Promise<RefusedFile | null> {
  if (!isUuid(id)) return null;
  const [row] = await withViewer(viewer, (tx) =>
    selectRefusedFiles(tx, and(eq(refusedFiles.supplierId, viewer.supplierId), eq(refusedFiles.id, id))),
  );
  return row ? refusedFile(row, now()) : null;
}

/** The refused files that are counted at most. */
const MAX_COUNTED = 1_000;

/** Counts the refused files that nobody has resolved, up to 1,000. */
export async function countOpenRefusals(
  tx: Transaction,
  { supplierId }: Manager,
): Promise<{ count: number; isCapped: boolean }> {
  const counted = tx
    .select({ id: refusedFiles.id })
    .from(refusedFiles)
    .where(and(eq(refusedFiles.supplierId, supplierId), isNull(refusedFiles.resolution)))
    .limit(MAX_COUNTED + 1)
    .as("counted");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(counted);
  const count = row?.count ?? 0;
  return { count: Math.min(count, MAX_COUNTED), isCapped: count > MAX_COUNTED };
}
