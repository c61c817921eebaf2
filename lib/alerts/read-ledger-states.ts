import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";

/** The end of one supplier's ledger. */
export interface LedgerState {
  supplierName: string;
  entries: number;
  lastRecordedAt: Date | null;
  /** Whether head and last entry agree. It does not tell whether older entries were altered (`verifyLedger`). */
  agrees: boolean;
}

/** Reads the end of each supplier's ledger, for an operator or background work. */
export async function readLedgerStates(tx: Transaction): Promise<LedgerState[]> {
  const rows = await tx.execute<LedgerRow>(sql`
    select supplier_name, entries, last_recorded, agrees from auth_ledger_states() order by supplier_name`);
  return rows.map((row) => ({
    supplierName: row.supplier_name,
    entries: Number(row.entries),
    lastRecordedAt: row.last_recorded === null ? null : new Date(row.last_recorded),
    agrees: row.agrees,
  }));
}

interface LedgerRow extends Record<string, unknown> {
  supplier_name: string;
  entries: string;
  last_recorded: string | null;
  agrees: boolean;
}
