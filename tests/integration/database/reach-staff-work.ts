import { randomBytes, randomUUID } from "node:crypto";
import type { Add, Owner } from "./reach-parts";

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
    created_at: "2026-11-20T10:00:00Z",
  });
  await add("account_import_lines", owner, { import_id: importId, line: 2, ...supplier, cells: [] });
}
