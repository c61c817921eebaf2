import { and, asc, between, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import type { PlainDate } from "@/lib/dates";
import { type Spend, spendColumns } from "./spend";

/** The sums of the documents issued in one month, in one currency. */
export interface MonthSpend extends Spend {
  /** `YYYY-MM`. */
  month: string;
  currency: string;
  /** The number of documents that name exactly one vehicle. */
  ofOneVehicle: number;
  /** The number of corrective invoices, which replace an invoice (UNTDID 1001: 384). */
  correctiveCount: number;
}

/** Sums the account's documents issued between two days, both included, by month and currency, oldest first. */
export function sumByMonth(viewer: AccountReader, from: PlainDate, to: PlainDate): Promise<MonthSpend[]> {
  const month = sql<string>`to_char(${invoices.issuedOn}, 'YYYY-MM')`;
  return withSearch(viewer, (tx) =>
    tx
      .select({
        month,
        currency: invoices.currency,
        ofOneVehicle: sql<number>`count(*) filter (where cardinality(${invoices.vehicles}) = 1)::int`,
        correctiveCount: sql<number>`count(*) filter (where ${invoices.typeCode} = '384')::int`,
        ...spendColumns,
      })
      .from(invoices)
      .where(and(visibleInvoices(viewer), between(invoices.issuedOn, from, to)))
      .groupBy(month, invoices.currency)
      .orderBy(asc(month), asc(invoices.currency)),
  );
}
