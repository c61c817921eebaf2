import { and, between, eq, sql } from "drizzle-orm";
import { invoiceAnnouncements } from "@/db/schema/announcements";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";

/** What the supplier announced for one month, compared with the documents on the portal. */
export interface AnnouncedMonth {
  /** `YYYY-MM`. */
  month: string;
  /** The documents announced, in all currencies. */
  documents: number;
  /** Documents that were announced and are not on the portal. */
  missing: number;
  /** Whether count and total agree in each currency, and no document is in a currency that was not announced. */
  isComplete: boolean;
}

/**
 * Compares the announcements of a year, or of several, with the account's invoices, month by month. Months without an announcement are
 * absent: nothing is certain about them.
 */
export async function compareAnnounced(
  tx: Transaction,
  viewer: AccountReader,
  year: number,
  lastYear = year,
): Promise<AnnouncedMonth[]> {
  const announced = await tx
    .select({
      month: invoiceAnnouncements.month,
      currency: invoiceAnnouncements.currency,
      documents: invoiceAnnouncements.documentCount,
      totalMinor: invoiceAnnouncements.totalMinor,
    })
    .from(invoiceAnnouncements)
    .where(
      and(
        eq(invoiceAnnouncements.accountId, viewer.accountId),
        between(invoiceAnnouncements.month, `${year}-01`, `${lastYear}-12`),
      ),
    )
    .orderBy(invoiceAnnouncements.month, invoiceAnnouncements.currency);
  if (announced.length === 0) return [];
  const arrived = await tx
    .select({
      month: sql<string>`to_char(${invoices.issuedOn}, 'YYYY-MM')`,
      currency: invoices.currency,
      documents: sql<number>`count(*)::int`,
      totalMinor: sql<bigint>`sum(${invoices.signedWithVatMinor})::bigint`.mapWith(BigInt),
    })
    .from(invoices)
    .where(and(visibleInvoices(viewer), between(invoices.issuedOn, `${year}-01-01`, `${lastYear}-12-31`)))
    .groupBy(sql`1`, invoices.currency);
  return announcedMonths(announced, arrived);
}

interface MonthTotal {
  month: string;
  currency: string;
  documents: number;
  totalMinor: bigint;
}

/** Compares announced and arrived counts and totals, by month and currency. */
export function announcedMonths(
  announced: readonly MonthTotal[],
  arrived: readonly MonthTotal[],
): AnnouncedMonth[] {
  const months = [...new Set(announced.map(({ month }) => month))];
  return months.map((month) => {
    const expected = announced.filter((one) => one.month === month);
    const present = arrived.filter((one) => one.month === month);
    const presentIn = (currency: string) => present.find((one) => one.currency === currency);
    return {
      month,
      documents: expected.reduce((sum, { documents }) => sum + documents, 0),
      missing: expected.reduce(
        (sum, { currency, documents }) =>
          sum + Math.max(0, documents - (presentIn(currency)?.documents ?? 0)),
        0,
      ),
      isComplete:
        expected.every(({ currency, documents, totalMinor }) => {
          const found = presentIn(currency) ?? { documents: 0, totalMinor: 0n };
          return found.documents === documents && found.totalMinor === totalMinor;
        }) && present.every(({ currency }) => expected.some((one) => one.currency === currency)),
    };
  });
}
