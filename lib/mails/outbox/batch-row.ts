import { and, eq, isNull } from "drizzle-orm";
import { mailBatches } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { SendOutcome } from "@/lib/mails/transports/mail-transport";
import type { Shipment } from "./shipment";

/**
 * Locks the batch. Returns false when another process has ended it, or has claimed it again and this outcome is not an
 * acceptance.
 */
export async function lockOwnBatch(tx: Transaction, batch: Shipment, outcome: SendOutcome): Promise<boolean> {
  const [row] = await tx
    .select({ tries: mailBatches.tries })
    .from(mailBatches)
    .where(and(eq(mailBatches.id, batch.id), isNull(mailBatches.endedAt)))
    .for("update");
  return row !== undefined && (outcome.kind === "accepted" || row.tries === batch.tries);
}

/** Keeps a batch that may have arrived, with its mails, until it is sent again under the same key. */
export async function freezeBatch(tx: Transaction, id: string, since: Date, nextTryAt: Date): Promise<void> {
  await tx
    .update(mailBatches)
    .set({ leasedUntil: null, mayHaveArrivedSince: since, nextTryAt })
    .where(eq(mailBatches.id, id));
}

/** Ends a batch: it is never sent again, even if its mails are then sent one by one. */
export async function endBatch(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(mailBatches).set({ leasedUntil: null, endedAt: at }).where(eq(mailBatches.id, id));
}
