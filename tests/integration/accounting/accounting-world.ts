import { randomUUID } from "node:crypto";
import type { CustomerUser } from "@/lib/access/viewer";
import { accountingResponse } from "@/lib/accounting/accounting-file";
import type { AccountingSettings } from "@/lib/accounting/accounting-settings";
import { type LayoutName, layoutNamed } from "@/lib/accounting/layouts/layout";
import { type AccountingWords, type BatchMade, makeBatch } from "@/lib/accounting/make-batch";
import { openBatch, readEntries } from "@/lib/accounting/open-batch";
import { saveAccountingSettings } from "@/lib/accounting/save-settings";
import type { BatchChoice } from "@/lib/accounting/waiting-invoices";
import { FairQueue } from "@/lib/limits/fair-queue";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { insertInvoices, invoiceRow } from "@/tests/support/invoice-row";
import { asOwner, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { FACTS, SETTINGS, WORDS } from "@/tests/unit/accounting/booked";

export const ACCOUNTING_WORDS: AccountingWords = { entry: WORDS, file: FACTS.words };

const EVERYTHING: BatchChoice = { number: null, currency: "EUR", upTo: null, issuedThrough: null };

/** Sets journal, accounts and VAT; the customer's invoices here have 20 %. */
export const setUp = async (
  viewer: CustomerUser,
  change: Partial<AccountingSettings> = {},
): Promise<void> => {
  const saved = await saveAccountingSettings(viewer, { ...SETTINGS, ...change });
  if (!saved.ok) throw new Error(saved.reason);
};

/** Inserts invoices of 120.00 with VAT of 20 % and one line of rent; `change` sets columns of each. */
export async function addBooked(
  supplier: TestSupplier,
  account: TestAccount,
  changes: readonly Record<string, unknown>[],
): Promise<{ id: string; number: string; sequence: number }[]> {
  const depositId = randomUUID();
  const rows = changes.map((change) => ({
    ...invoiceRow(supplier, account, depositId),
    deposited_at: new Date("2026-11-20T10:00:00Z"),
    total_with_vat_minor: 12_000,
    total_without_vat_minor: 10_000,
    vehicles: "{GF-410-BQ}",
    remove_after: "2028-11-02",
    ...change,
  }));
  await insertInvoices(supplier, depositId, rows);
  await asOwner(async (sql) => {
    const ids = rows.map(({ id }) => id);
    await sql`
      insert into invoice_vat (invoice_id, supplier_id, account_id, position, category, rate, base_minor, tax_minor)
      select id, supplier_id, account_id, 0, 'S', 20, total_without_vat_minor, total_with_vat_minor - total_without_vat_minor
      from invoices where id = any(${ids})`;
    await sql`
      insert into invoice_lines (invoice_id, supplier_id, account_id, position, name, net_amount, vat_category, vat_rate, vehicle)
      select id, supplier_id, account_id, 0, 'Loyer', total_without_vat_minor / 100.0, 'S', 20, vehicles[1]
      from invoices where id = any(${ids})`;
  });
  return rows.map(({ id, number, sequence }) => ({ id, number, sequence }));
}

export const make = (session: CustomerSession, choice: Partial<BatchChoice> = {}): Promise<BatchMade> =>
  makeBatch(session, { ...EVERYTHING, ...choice }, ACCOUNTING_WORDS);

/** Makes a batch that must not be refused. */
export async function made(session: CustomerSession, choice: Partial<BatchChoice> = {}) {
  const result = await make(session, choice);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** A file of a batch as it is sent. */
export async function fileOf(session: CustomerSession, batchId: string, name: LayoutName): Promise<Buffer> {
  const [batch, layout] = [await openBatch(session.viewer, batchId), layoutNamed(name)];
  const turn = await new FairQueue({ atOnce: 1, waiting: 0, waitMs: 0 }).take({ owners: [] });
  if (!batch || !layout || !turn) throw new Error("There is no such file.");
  const entries = readEntries(session.viewer, batch);
  const request = new Request("http://localhost:3000/invoices/accounting");
  const response = accountingResponse(session, request, { name, layout, facts: batch.facts, entries }, turn);
  return Buffer.from(await response.arrayBuffer());
}
