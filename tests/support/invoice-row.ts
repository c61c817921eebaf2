import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { asOwner, type TestAccount, type TestSupplier } from "./world";

let sequence = 0;

/** A row of `invoices` in snake case with a new number and sequence: deposited now, kept for a long time. */
export const invoiceRow = (supplier: TestSupplier, account: TestAccount, depositId: string) => ({
  id: uuidv7(),
  supplier_id: supplier.id,
  account_id: account.id,
  deposit_id: depositId,
  deposited_at: new Date(),
  sequence: (sequence += 1),
  number: `F-${sequence}`,
  type: "invoice",
  type_code: "380",
  issued_on: "2026-11-02",
  currency: "EUR",
  total_with_vat_minor: 100,
  contracts: "{}",
  vehicles: "{}",
  seller_key: "supplier",
  seller_name: "Loueur",
  buyer_name: "Client",
  format: "pdf",
  media_type: "application/pdf",
  sha256: randomBytes(32),
  size: 1,
  storage_key: "key",
  file_name: "a.pdf",
  legal_role: "original",
  state: "available",
  withdrawn_at: null,
  remove_after: "2099-01-01",
});

/** Inserts such rows and their deposit, a thousand at a time. */
export async function insertInvoices(
  supplier: TestSupplier,
  depositId: string,
  rows: readonly object[],
): Promise<void> {
  await asOwner(async (sql) => {
    await sql`
      insert into deposits (id, supplier_id, source, state, file_count, received_at)
      values (${depositId}, ${supplier.id}, 'api', 'done', ${rows.length}, now())`;
    for (let at = 0; at < rows.length; at += 1_000)
      await sql`insert into invoices ${sql(rows.slice(at, at + 1_000))}`;
  });
}
