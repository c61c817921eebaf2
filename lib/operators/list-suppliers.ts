import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Job, Operator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { type PlainDate, todayIn } from "@/lib/dates";
import type { SendingRates } from "@/lib/mails/sending-limits";
import { readSendingRates } from "@/lib/mails/sending-rates";

/** A supplier as operators see it: states, times and counts, and nothing of its accounts and invoices. */
export interface ListedSupplier {
  id: string;
  slug: string;
  name: string;
  createdAt: Date;
  suspendedAt: Date | null;
  /** The day, in the supplier's time zone, on which it deposited last; null when it never did. */
  lastDepositOn: PlainDate | null;
  /** Whether no manager has chosen a password yet. */
  awaitsFirstManager: boolean;
  /** Since when, and why, its mails are paused. */
  pause: { since: Date; cause: "bounces" | "complaints" } | null;
  /** Mails that wait because it is suspended or paused, or for their turn among the first activations. */
  held: number;
  rates: SendingRates;
}

/** Lists the suppliers by name. */
export function listSuppliersForOperator(viewer: Operator | Job): Promise<ListedSupplier[]> {
  return withViewer(viewer, (tx) => readSuppliers(tx, now()));
}

interface Row extends Record<string, unknown> {
  supplier_id: string;
  slug: string;
  name: string;
  created_at: string;
  suspended_at: string | null;
  time_zone: string;
  last_deposit_at: string | null;
  awaits_first_manager: boolean;
  paused_at: string | null;
  pause_cause: "bounces" | "complaints" | null;
  held: string;
}

/** Reads them in an open transaction of an operator or of background work. */
export async function readSuppliers(tx: Transaction, at: Date): Promise<ListedSupplier[]> {
  const [rows, rates] = await Promise.all([
    tx.execute<Row>(sql`select * from auth_list_suppliers(${at.toISOString()})`),
    readSendingRates(tx, at),
  ]);
  return rows.map((row) => ({
    ...{ id: row.supplier_id, slug: row.slug, name: row.name, createdAt: new Date(row.created_at) },
    suspendedAt: instantOf(row.suspended_at),
    lastDepositOn:
      row.last_deposit_at === null ? null : todayIn(row.time_zone, new Date(row.last_deposit_at).getTime()),
    awaitsFirstManager: row.awaits_first_manager,
    pause:
      row.paused_at !== null && row.pause_cause !== null
        ? { since: new Date(row.paused_at), cause: row.pause_cause }
        : null,
    held: Number(row.held),
    rates: rates.get(row.supplier_id) ?? { sent: 0, bounced: 0, complained: 0 },
  }));
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text));
