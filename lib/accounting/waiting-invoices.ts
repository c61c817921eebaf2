import { and, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { accountingEntries } from "@/db/schema/accounting";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";
import type { AccountingSettings } from "./accounting-settings";

/** One batch has at most this many invoices; the next one takes those that are left. */
export const MOST_IN_BATCH = 5_000;

/** Which of the waiting invoices go into a batch: of one currency, deposited up to a point, issued up to a day. */
export interface BatchChoice {
  /** The number that the preview gave the batch; null when there was none. */
  number: number | null;
  currency: string;
  /** The ledger's sequence of the last deposit that the preview showed; null: all. */
  upTo: bigint | null;
  issuedThrough: PlainDate | null;
}

/** Invoices of one currency that are in no batch yet. */
export interface WaitingInvoices {
  currency: string;
  invoices: number;
  creditNotes: number;
  totalMinor: Minor;
  firstIssuedOn: PlainDate;
  lastIssuedOn: PlainDate;
  /** The sequence of the newest deposit among them. */
  newest: bigint;
}

/**
 * Condition: visible to the viewer, in no batch, and deposited on the first day of the settings or later. `zone` is the
 * supplier's time zone.
 */
function isWaiting(viewer: CustomerUser, { startsOn }: AccountingSettings, zone: string): SQL | undefined {
  return and(
    visibleInvoices(viewer),
    startsOn === null
      ? undefined
      : gte(invoices.depositedAt, sql`(${startsOn}::date::timestamp at time zone ${zone})`),
    // A look-up for each invoice. PostgreSQL joins `not exists`, and compares all with all while it has no statistics.
    sql`(
      select 1 from ${accountingEntries} entry
      where entry.account_id = ${viewer.accountId} and entry.invoice_id = ${invoices.id}
      limit 1
    ) is null`,
  );
}

/** Counts the waiting invoices by currency, the most frequent first. */
export async function countWaiting(
  tx: Transaction,
  viewer: CustomerUser,
  settings: AccountingSettings,
  zone: string,
): Promise<WaitingInvoices[]> {
  const rows = await tx
    .select({
      currency: invoices.currency,
      invoices: sql<number>`count(*)::int`,
      creditNotes: sql<number>`(count(*) filter (where ${invoices.type} = 'credit_note'))::int`,
      total: sql<string>`sum(${invoices.signedWithVatMinor})::text`,
      firstIssuedOn: sql<string>`min(${invoices.issuedOn})::text`,
      lastIssuedOn: sql<string>`max(${invoices.issuedOn})::text`,
      newest: sql<string>`max(${invoices.sequence})::text`,
    })
    .from(invoices)
    .where(isWaiting(viewer, settings, zone))
    .groupBy(invoices.currency)
    .orderBy(sql`count(*) desc`, invoices.currency);
  return rows.map(({ total, newest, ...row }) => ({
    ...row,
    totalMinor: BigInt(total),
    newest: BigInt(newest),
  }));
}

/** The ids of the next batch, by issue date; at most MOST_IN_BATCH. */
export async function selectNextBatch(
  tx: Transaction,
  viewer: CustomerUser,
  {
    settings,
    zone,
    choice,
  }: { settings: AccountingSettings; zone: string; choice: Omit<BatchChoice, "number"> },
): Promise<string[]> {
  const rows = await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(
      and(
        isWaiting(viewer, settings, zone),
        eq(invoices.currency, choice.currency),
        choice.upTo === null ? undefined : lte(invoices.sequence, choice.upTo),
        choice.issuedThrough === null ? undefined : lte(invoices.issuedOn, choice.issuedThrough),
      ),
    )
    .orderBy(invoices.issuedOn, invoices.sequence)
    .limit(MOST_IN_BATCH);
  return rows.map(({ id }) => id);
}
