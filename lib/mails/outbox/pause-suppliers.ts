import { isNull } from "drizzle-orm";
import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import { supplierSending } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { log } from "@/lib/log";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { LEAST_TROUBLES, type PauseCause, type SendingRates, whyPause } from "@/lib/mails/sending-limits";
import { readSendingRates } from "@/lib/mails/sending-rates";
import { managersToTell } from "./managers-to-tell";
import { queueMails } from "./queue-mail";

/**
 * Pauses the mails of each supplier whose bounces or complaints are above the provider's limits, before they endanger the
 * mails of all others, and tells its managers by mail. Only an operator lets them leave again (`changeSupplier`): the
 * cause, a list of bad addresses, does not go away by waiting.
 */
export async function pauseSuppliers(at: Date): Promise<void> {
  await withViewer({ kind: "job" }, async (tx) => {
    const all = await readSendingRates(tx, at, LEAST_TROUBLES);
    // In one order, because each run locks the rows of the suppliers that are paused already.
    for (const [supplierId, rates] of [...all].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const cause = whyPause(rates);
      if (cause) await pause(tx, { supplierId, cause, rates }, at);
    }
  });
}

interface Pause {
  supplierId: string;
  cause: PauseCause;
  rates: SendingRates;
}

async function pause(tx: Transaction, { supplierId, cause, rates }: Pause, at: Date): Promise<void> {
  const state = { pausedAt: at, pauseCause: cause };
  const [paused] = await tx
    .insert(supplierSending)
    .values({ supplierId, ...state })
    .onConflictDoUpdate({
      target: supplierSending.supplierId,
      set: state,
      setWhere: isNull(supplierSending.pausedAt),
    })
    .returning({ supplierId: supplierSending.supplierId });
  if (!paused) return;
  log("error", "supplier_mails_paused", { supplierId, reason: cause, count: rates.sent });
  const managers = await managersToTell(tx, supplierId);
  const supplier = await mailSupplier(tx, supplierId);
  await queueMails(
    tx,
    managers.map((manager) => ({
      ...{ id: uuidv7(), kind: "mails_paused" as const },
      ...{ subjectId: uuidv5(`${supplierId} ${at.toISOString()}`, manager.userId) },
      ...{ ...manager, supplierId, accountId: null, at },
      props: { supplier, cause, ...rates, pausedAt: at.toISOString() },
    })),
  );
}
