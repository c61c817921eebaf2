import { and, between, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import type { DateRange } from "@/lib/months";
import { type Spend, spendOf, type SpendRow } from "./spend";

/** The sums of the documents issued in one month, in one currency. */
export interface MonthSpend extends Spend {
  /** `YYYY-MM`. */
  month: string;
  currency: string;
  /** The number of documents that name a vehicle. */
  ofVehicles: number;
  /** The number of corrective invoices, which replace an invoice (UNTDID 1001: 384). */
  correctiveCount: number;
}

/** Sums the account's documents issued between two days, both included, by month and currency, oldest first. */
export async function sumByMonth(
  tx: Transaction,
  viewer: AccountReader,
  { from, to }: DateRange,
): Promise<MonthSpend[]> {
  const rows = await tx.execute<
    SpendRow & Pick<MonthSpend, "month" | "currency" | "ofVehicles" | "correctiveCount">
  >(sql`
    select to_char(issued_on, 'YYYY-MM') as month, currency,
      (count(*) filter (where cardinality(vehicles) > 0))::int as "ofVehicles",
      (count(*) filter (where type_code = '384'))::int as "correctiveCount",
      coalesce(sum(signed_with_vat_minor) filter (where type = 'invoice'), 0)::text as invoices,
      coalesce(sum(signed_with_vat_minor) filter (where type = 'credit_note'), 0)::text as "creditNotes",
      (count(*) filter (where type = 'invoice'))::int as "invoiceCount",
      (count(*) filter (where type = 'credit_note'))::int as "creditNoteCount"
    from ${invoices}
    where ${and(visibleInvoices(viewer), between(invoices.issuedOn, from, to))}
    group by 1, 2 order by 1, 2`);
  return rows.map((row) => ({
    ...spendOf(row),
    month: row.month,
    currency: row.currency,
    ofVehicles: row.ofVehicles,
    correctiveCount: row.correctiveCount,
  }));
}
