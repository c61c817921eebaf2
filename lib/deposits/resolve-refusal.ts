import { and, eq, isNull, sql } from "drizzle-orm";
import { refusedFiles } from "@/db/schema/deposits";
import type { Transaction } from "@/db/transaction";

/**
 * Marks a refused file as accepted, because the same bytes are now on the portal. Its bytes in quarantine are due for
 * removal.
 */
export async function resolveRefusal(
  tx: Transaction,
  arrived: { supplierId: string; sha256: string; invoiceId: string; at: Date },
): Promise<void> {
  const { supplierId, sha256, invoiceId, at } = arrived;
  await tx
    .update(refusedFiles)
    .set({ resolution: "accepted", resolvedAt: at, invoiceId, quarantinedUntil: dueAt(at) })
    .where(
      and(
        eq(refusedFiles.supplierId, supplierId),
        eq(refusedFiles.sha256, sha256),
        isNull(refusedFiles.resolution),
      ),
    );
}

/** The end of the quarantine when the bytes are not needed any more; null for a file without bytes. */
export const dueAt = (at: Date) =>
  sql`case when ${refusedFiles.quarantineKey} is not null then ${at.toISOString()}::timestamptz end`;
