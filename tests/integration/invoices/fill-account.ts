import { asOwner, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { randomBytes, randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";

let sequence = 0;

/** Invoices of these issue dates, deposited now, past the deposit itself, each with what `change` gives it; returns their ids in the same order. */
export async function fillAccount(
  supplier: TestSupplier,
  account: TestAccount,
  dates: readonly string[],
  change: Record<string, unknown> | ((at: number) => Record<string, unknown>) = {},
): Promise<string[]> {
  if (dates.length === 0) return [];
  const depositId = randomUUID();
  const rows = dates.map((issuedOn, at) => ({
    id: uuidv7(),
    supplier_id: supplier.id,
    account_id: account.id,
    deposit_id: depositId,
    deposited_at: new Date(),
    sequence: (sequence += 1),
    number: `F-${sequence}`,
    type: "invoice",
    type_code: "380",
    issued_on: issuedOn,
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
    ...(typeof change === "function" ? change(at) : change),
  }));
  await asOwner(async (sql) => {
    await sql`
      insert into deposits (id, supplier_id, source, state, file_count, received_at)
      values (${depositId}, ${supplier.id}, 'api', 'done', ${rows.length}, now())`;
    for (let at = 0; at < rows.length; at += 1_000)
      await sql`insert into invoices ${sql(rows.slice(at, at + 1_000))}`;
  });
  return rows.map(({ id }) => id);
}
