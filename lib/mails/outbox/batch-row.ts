import { and, eq, isNull } from "drizzle-orm";
import { mailBatches } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { SendOutcome } from "@/lib/mails/transports/transport";
import type { Shipment } from "./shipment";

/** Locks the batch; false when another process ended it, or took it over and this outcome is no acceptance. */
export async function isStillOurs(tx: Transaction, batch: Shipment, outcome: SendOutcome): Promise<boolean> {
  const [row] = await tx
    .select({ tries: mailBatches.tries })
    .from(mailBatches)
    .where(and(eq(mailBatches.id, batch.id), isNull(mailBatches.endedAt)))
    .for("update");
  return row !== undefined && (outcome.kind === "accepted" || row.tries === batch.tries);
}

/** Keeps a batch that may have arrived, members and all, until it is asked again. */
export async function freezeBatch(tx: Transaction, id: string, since: Date, nextTryAt: Date): Promise<void> {
  await tx
    .update(mailBatches)
    .set({ leasedUntil: null, mayHaveArrivedSince: since, nextTryAt })
    .where(eq(mailBatches.id, id));
}

/** Nobody sends it again, whether its members stay with it or have left it. */
export async function endBatch(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(mailBatches).set({ leasedUntil: null, endedAt: at }).where(eq(mailBatches.id, id));
}
