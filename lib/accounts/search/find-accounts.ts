import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { type FoundAccount, type FoundMatch, groupByAccount, MAX_FOUND } from "./found-account";

interface FoundRow extends Record<string, unknown> {
  account_id: string;
  kind: FoundMatch["kind"];
  shown: string;
  invoice_id: string | null;
  is_exact: boolean;
}

/**
 * Finds accounts of the supplier whose staff asks, by the beginning of a customer number, SIREN, company, person,
 * identifier, address or invoice number, or by a whole contract or plate; without case, accents, spaces and dashes.
 * PostgreSQL takes the supplier from the viewer and reads a bounded number of rows (db/functions/account-search.sql).
 */
export async function findAccounts(
  tx: Transaction,
  typed: string,
): Promise<{ accounts: FoundAccount[]; isCut: boolean }> {
  const rows = await tx.execute<FoundRow>(
    sql`select account_id, kind, shown, invoice_id, is_exact from auth_found_accounts(${typed}, ${MAX_FOUND + 1})`,
  );
  return groupByAccount(
    rows.map((row) => ({
      accountId: row.account_id,
      kind: row.kind,
      shown: row.shown,
      invoiceId: row.invoice_id,
      isExact: row.is_exact,
    })),
  );
}
