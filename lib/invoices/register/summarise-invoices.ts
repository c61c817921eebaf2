import { and, desc, eq, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { NEWEST_FIRST } from "@/lib/invoices/filter/invoice-sort";
import { isTakenBy } from "@/lib/takings/taken";
import { COUNT_LIMIT, type SummaryRow } from "./invoice-summary";
import { matchInvoices } from "./match-invoices";
import { orderInvoices } from "./sort-invoices";

/**
 * Adds up the matching invoices by month and currency. Only the newest COUNT_LIMIT + 1 are read, so that the cost is
 * bounded for any account. Invoices deposited after `lastVisitAt`, the user's last visit, count as new.
 */
export async function summariseInvoices(
  tx: Transaction,
  viewer: AccountReader,
  filter: InvoiceFilter,
  lastVisitAt: Date | null,
): Promise<SummaryRow[]> {
  const counted = tx
    .select({
      id: invoices.id,
      month: sql<string>`to_char(${invoices.issuedOn}, 'YYYY-MM')`.as("month"),
      type: invoices.type,
      currency: invoices.currency,
      withVat: invoices.signedWithVatMinor,
      withoutVat: invoices.signedWithoutVatMinor,
      depositedAt: invoices.depositedAt,
      size: invoices.size,
      isTaken: sql<boolean>`${isTakenBy(viewer)}`.as("is_taken"),
      contracts: invoices.contracts,
      vehicles: invoices.vehicles,
      dueOn: invoices.dueOn,
    })
    .from(invoices)
    .where(matchInvoices(viewer, filter))
    .orderBy(...orderInvoices(NEWEST_FIRST, false))
    .limit(COUNT_LIMIT + 1)
    .as("counted");
  const rows = await tx
    .select({
      month: counted.month,
      currency: counted.currency,
      count: sql<number>`count(*)::int`,
      creditNotes: sql<number>`(count(*) filter (where ${counted.type} = 'credit_note'))::int`,
      remaining: sql<number>`(count(*) filter (where not ${counted.isTaken}))::int`,
      unread: sql<number>`(count(*) filter (where ${invoiceReadings.seenAt} is null and not ${counted.isTaken}))::int`,
      sinceLastVisit: sql<number>`(count(*) filter (
        where ${counted.depositedAt} > ${lastVisitAt?.toISOString() ?? "infinity"}::timestamptz
          and ${invoiceReadings.seenAt} is null and not ${counted.isTaken}))::int`,
      withContract: sql<number>`(count(*) filter (where ${counted.contracts} <> '{}'))::int`,
      withVehicle: sql<number>`(count(*) filter (where ${counted.vehicles} <> '{}'))::int`,
      withDueOn: sql<number>`count(${counted.dueOn})::int`,
      withoutVatStated: sql<number>`count(${counted.withoutVat})::int`,
      size: sql<string>`sum(${counted.size})::text`,
      withVat: sql<string>`sum(${counted.withVat})::text`,
      withoutVat: sql<
        string | null
      >`case when count(${counted.withoutVat}) = count(*) then sum(${counted.withoutVat}) end::text`,
    })
    .from(counted)
    .leftJoin(
      invoiceReadings,
      and(
        eq(invoiceReadings.userId, viewer.userId),
        eq(invoiceReadings.invoiceId, counted.id),
        eq(invoiceReadings.accountId, viewer.accountId),
      ),
    )
    .groupBy(counted.month, counted.currency)
    .orderBy(desc(counted.month), counted.currency);
  return rows.map(({ withVat, withoutVat, size, ...row }) => ({
    ...row,
    size: Number(size),
    withVatMinor: BigInt(withVat),
    withoutVatMinor: withoutVat === null ? null : BigInt(withoutVat),
  }));
}
