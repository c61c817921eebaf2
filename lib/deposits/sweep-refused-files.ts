import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { refusedFiles } from "@/db/schema/deposits";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { addMonths, todayIn } from "@/lib/dates";
import { storage } from "@/lib/storage/open-storage";
import { REFUSAL_MONTHS } from "./refusal-limits";

/** Files removed in one run; the next run continues. */
const BATCH = 500;

/**
 * Removes the bytes of refused files after their 14 days in quarantine, then the records of files that were refused more
 * than 12 months ago. Safe to run twice and in parallel: a row names its bytes until they are removed, and nothing makes
 * bytes stay whose time is over. Removes no more bytes after `deadline`.
 */
export async function sweepRefusedFiles(
  at: Date,
  deadline?: Date,
): Promise<{ bytes: number; records: number }> {
  const due = await withViewer({ kind: "job" }, (tx) =>
    tx
      .select({ id: refusedFiles.id, key: refusedFiles.quarantineKey })
      .from(refusedFiles)
      .where(and(isNotNull(refusedFiles.quarantineKey), lte(refusedFiles.quarantinedUntil, at)))
      .orderBy(asc(refusedFiles.quarantinedUntil))
      .limit(BATCH),
  );
  let bytes = 0;
  for (const { id, key } of due) {
    if (key === null) continue;
    if (bytes > 0 && deadline !== undefined && now() >= deadline) break;
    bytes += 1;
    await storage().remove(key);
    await withViewer({ kind: "job" }, (tx) =>
      tx
        .update(refusedFiles)
        .set({ quarantineKey: null, quarantinedUntil: null })
        // A refusal that began before the end may have prolonged it meanwhile, and then writes its bytes under this key.
        .where(
          and(
            eq(refusedFiles.id, id),
            eq(refusedFiles.quarantineKey, key),
            lte(refusedFiles.quarantinedUntil, at),
          ),
        ),
    );
  }
  const before = new Date(`${addMonths(todayIn("UTC", at.getTime()), -REFUSAL_MONTHS)}T00:00:00Z`);
  const deleted = await withViewer({ kind: "job" }, (tx) =>
    tx
      .delete(refusedFiles)
      .where(and(lte(refusedFiles.lastRefusedAt, before), isNull(refusedFiles.quarantineKey)))
      .returning({ id: refusedFiles.id }),
  );
  return { bytes, records: deleted.length };
}
