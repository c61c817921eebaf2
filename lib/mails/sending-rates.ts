import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { RATE_WINDOW_MS, type SendingRates } from "./sending-limits";

interface Row extends Record<string, unknown> {
  supplier_id: string;
  sent: string;
  bounced: string;
  complained: string;
}

/**
 * Reads the rates of the suppliers, for operators and background work; with `least`, only of those with that many bounces
 * or complaints.
 */
export async function readSendingRates(
  tx: Transaction,
  at: Date,
  least: { bounces: number; complaints: number } = { bounces: 0, complaints: 0 },
): Promise<Map<string, SendingRates>> {
  const since = new Date(at.getTime() - RATE_WINDOW_MS).toISOString();
  const rows = await tx.execute<Row>(
    sql`select * from auth_sending_rates(${since}, ${least.bounces}, ${least.complaints})`,
  );
  return new Map(
    rows.map(({ supplier_id, sent, bounced, complained }) => [
      supplier_id,
      { sent: Number(sent), bounced: Number(bounced), complained: Number(complained) },
    ]),
  );
}
