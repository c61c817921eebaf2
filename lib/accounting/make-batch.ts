import { v7 as uuidv7 } from "uuid";
import { insertRows } from "@/db/insert-rows";
import { accountingBatches, accountingEntries } from "@/db/schema/accounting";
import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { withTurn } from "@/lib/limits/take-turn";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { sessionOwners } from "@/lib/sign-in/session/session-owners";
import { isReady, longestAccount } from "./accounting-settings";
import { addToTotals, type BatchTotals, emptyTotals } from "./batch-totals";
import { READ_AT_ONCE, selectBooked } from "./booked-invoices";
import { entryBuilder, type EntryWords } from "./build-entry";
import { storedLines } from "./entry";
import type { FileFacts, FileWords } from "./layouts/layout-parts";
import { lockAccounting } from "./lock-accounting";
import { nextBatchNumber } from "./next-batch-number";
import { selectSettings } from "./read-settings";
import { type BatchChoice, selectNextBatch } from "./waiting-invoices";
import { tellOfWithdrawals } from "./withdrawn-entries";

/** The texts of a batch, in the language of its maker: frozen with it. */
export interface AccountingWords {
  entry: EntryWords;
  file: FileWords;
}

export type BatchMade =
  | { ok: true; batchId: string; number: number; invoices: number }
  | { ok: false; reason: "not_set" | "nothing_waiting" | "made_meanwhile" };

/** A statement may take longer than a page's, because it reads or adds many rows; nobody else waits for it. */
const LONGEST_QUERY_MS = 30_000;

/**
 * Puts the chosen invoices that are in no batch yet into the next one, with their entries as the settings are now. Two
 * people at the same moment never take the same invoice: a lock of the account and a unique constraint hold that.
 * Refuses when journal or supplier account are not set, when nothing is waiting, and when another batch was made since the
 * preview: the rest may be other invoices than it showed.
 */
export function makeBatch(
  session: CustomerSession,
  choice: BatchChoice,
  words: AccountingWords,
): Promise<BatchMade> {
  const { viewer, supplier } = session;
  return withTurn("exports", { owners: sessionOwners(session) }, () =>
    withViewer(
      viewer,
      async (tx): Promise<BatchMade> => {
        await lockAccounting(tx, viewer.accountId);
        const settings = await selectSettings(tx, viewer);
        if (!isReady(settings)) return { ok: false, reason: "not_set" };
        const number = await nextBatchNumber(tx, viewer);
        const ids = await selectNextBatch(tx, viewer, { settings, zone: supplier.timeZone, choice });
        if (ids.length === 0) return { ok: false, reason: "nothing_waiting" };
        if (choice.number !== null && choice.number !== number)
          return { ok: false, reason: "made_meanwhile" };
        const facts: FileFacts = {
          journal: settings.journal,
          supplierAuxiliary: settings.supplierAuxiliary,
          longestAccount: longestAccount(settings),
          words: words.file,
        };
        const batchId = uuidv7();
        const build = entryBuilder(settings, words.entry);
        const totals = await addEntries(tx, viewer, { batchId, ids, build });
        await addBatch(tx, viewer, { batchId, number, currency: choice.currency, facts, totals });
        await tellOfWithdrawals(tx, viewer, batchId);
        await recordAudit(tx, viewer, {
          action: "accounting_batch_made",
          subjectId: batchId,
          at: now(),
          details: { number, invoices: totals.invoices },
        });
        return { ok: true, batchId, number, invoices: totals.invoices };
      },
      { longestQueryMs: LONGEST_QUERY_MS },
    ),
  );
}

interface EntriesToAdd {
  batchId: string;
  ids: readonly string[];
  build: ReturnType<typeof entryBuilder>;
}

/** Adds the entries some hundred at a time, so that memory stays the same for any number. Returns what they add up to. */
async function addEntries(
  tx: Transaction,
  viewer: CustomerUser,
  { batchId, ids, build }: EntriesToAdd,
): Promise<BatchTotals> {
  const totals = emptyTotals();
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    const booked = await selectBooked(tx, viewer, ids.slice(at, at + READ_AT_ONCE));
    const rows = booked.map((invoice) => {
      const entry = build(invoice);
      addToTotals(totals, entry);
      return {
        batch_id: batchId,
        position: totals.invoices,
        supplier_id: viewer.supplierId,
        account_id: viewer.accountId,
        invoice_id: invoice.id,
        number: entry.number,
        type: entry.type,
        issued_on: entry.issuedOn,
        due_on: entry.dueOn,
        seller_name: entry.sellerName,
        total_minor: String(invoice.totalWithVatMinor * BigInt(invoice.sign)),
        lines: storedLines(entry.lines),
      };
    });
    await insertRows(tx, accountingEntries, rows, { onConflict: "fail" });
  }
  return totals;
}

async function addBatch(
  tx: Transaction,
  viewer: CustomerUser,
  batch: { batchId: string; number: number; currency: string; facts: FileFacts; totals: BatchTotals },
): Promise<void> {
  const { totals } = batch;
  await tx.insert(accountingBatches).values({
    id: batch.batchId,
    supplierId: viewer.supplierId,
    accountId: viewer.accountId,
    number: batch.number,
    currency: batch.currency,
    madeBy: viewer.userId,
    madeAt: now(),
    facts: batch.facts,
    invoiceCount: totals.invoices,
    creditNoteCount: totals.creditNotes,
    incompleteCount: totals.incomplete,
    firstIssuedOn: totals.firstIssuedOn,
    lastIssuedOn: totals.lastIssuedOn,
    totalMinor: totals.totalMinor,
  });
}
