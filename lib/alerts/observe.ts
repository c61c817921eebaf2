import { supplierSending } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import { LONGEST_WAIT_MINUTES } from "@/lib/alert-conditions";
import { MINUTE_MS } from "@/lib/durations";
import { env } from "@/lib/env";
import { JOBS } from "@/lib/scheduled-jobs";
import type { Observation } from "./alert-rules";
import { lateJobsIn } from "./find-late-jobs";
import { readLedgerStates } from "./read-ledger-states";
import { readMailFigures } from "./read-mail-figures";
import { reportsOf } from "./reports";

/**
 * Looks at everything that operators are told of. `storageWorks` is the result of a try before this transaction, which
 * must not wait for the storage.
 */
export async function observe(tx: Transaction, at: Date, storageWorks: boolean): Promise<Observation[]> {
  const late = new Set((await lateJobsIn(tx, at)).map(({ job }) => job));
  const mails = await readMailFigures(tx, at, at);
  const ledgers = await readLedgerStates(tx);
  const sending = await tx
    .select({ supplierId: supplierSending.supplierId, pausedAt: supplierSending.pausedAt })
    .from(supplierSending);
  const waitedMs = mails.oldestWaitingAt ? at.getTime() - mails.oldestWaitingAt.getTime() : 0;
  return [
    ...JOBS.map((job) => ({ condition: "job_late" as const, subject: job, isWrong: late.has(job) })),
    { condition: "mails_waiting", subject: "", isWrong: waitedMs > LONGEST_WAIT_MINUTES * MINUTE_MS },
    { condition: "webhook_silent", subject: "", isWrong: reportsOf(env(), mails, at) === "silent" },
    { condition: "storage_wrong", subject: "", isWrong: !storageWorks },
    { condition: "ledger_wrong", subject: "", isWrong: ledgers.some(({ agrees }) => !agrees) },
    ...sending.map(({ supplierId, pausedAt }) => ({
      condition: "supplier_paused" as const,
      subject: supplierId,
      isWrong: pausedAt !== null,
    })),
  ];
}
