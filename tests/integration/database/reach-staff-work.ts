import { randomBytes, randomUUID } from "node:crypto";
import type { AccountPlace, Add, Owner } from "./reach-parts";

const NOW = "2026-11-20T10:00:00Z";

/** An import of customers with one line. */
export async function addImport(add: Add, owner: Owner, adviser: string): Promise<void> {
  const importId = randomUUID();
  const supplier = { supplier_id: owner.supplier };
  await add("account_imports", owner, {
    id: importId,
    ...supplier,
    user_id: adviser,
    form_hash: randomBytes(32),
    file_name: "clients.csv",
    heads: [],
    columns: [],
    line_count: 1,
    state: "checked",
    created_at: NOW,
  });
  await add("account_import_lines", owner, { import_id: importId, line: 2, ...supplier, cells: [] });
}

/** A pack of one invoice to print. */
export async function addPaperPack(
  add: Add,
  owner: Owner,
  adviser: string,
  account: AccountPlace,
): Promise<void> {
  const packId = randomUUID();
  const supplier = { supplier_id: owner.supplier };
  await add(
    "paper_packs",
    { ...owner, user: adviser },
    {
      id: packId,
      ...supplier,
      taken_by: adviser,
      taken_at: NOW,
      first_issued_on: "2026-11-20",
      last_issued_on: "2026-11-20",
      invoice_count: 1,
    },
  );
  await add(
    "paper_pack_invoices",
    { ...owner, account: account.id },
    { pack_id: packId, invoice_id: account.invoice, ...supplier, account_id: account.id },
  );
}
