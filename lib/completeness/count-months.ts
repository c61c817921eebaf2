import { and, between, eq, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import { ledgerEntries } from "@/db/schema/ledger";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";

/** The counts of the invoices issued in one month. */
export interface MonthCount {
  /** `YYYY-MM`. */
  month: string;
  /** Invoices now on the portal. */
  deposited: number;
  /** How many of them the viewer has downloaded. */
  downloaded: number;
  /** How many of them any user of the account has downloaded. */
  downloadedByAnyone: number;
  /** The earliest last day of retention among those the viewer has not downloaded. */
  firstExpiring: PlainDate | null;
  /** Invoices removed from the portal. */
  removed: number;
}

/** Counts the months of a year that have present or removed invoices, earliest first, with two grouped queries. */
export async function countMonths(
  tx: Transaction,
  viewer: AccountReader,
  year: number,
): Promise<MonthCount[]> {
  const downloads = tx
    .select({
      byViewer: sql<boolean>`coalesce(bool_or(${invoiceReadings.userId} = ${viewer.userId}), false)`.as(
        "by_viewer",
      ),
      byAnyone: sql<boolean>`count(*) > 0`.as("by_anyone"),
    })
    .from(invoiceReadings)
    .where(
      and(
        eq(invoiceReadings.invoiceId, invoices.id),
        eq(invoiceReadings.accountId, viewer.accountId),
        sql`${invoiceReadings.downloadedAt} is not null`,
      ),
    )
    .as("downloads");
  const month = (of: typeof invoices.issuedOn | typeof ledgerEntries.issuedOn) =>
    sql<string>`to_char(${of}, 'YYYY-MM')`;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const [present, removed] = await Promise.all([
    tx
      .select({
        month: month(invoices.issuedOn),
        deposited: sql<number>`count(*)::int`,
        downloaded: sql<number>`(count(*) filter (where ${downloads.byViewer}))::int`,
        downloadedByAnyone: sql<number>`(count(*) filter (where ${downloads.byAnyone}))::int`,
        firstExpiring: sql<PlainDate | null>`min(${invoices.removeAfter}) filter (where not ${downloads.byViewer})`,
      })
      .from(invoices)
      .innerJoinLateral(downloads, sql`true`)
      .where(and(visibleInvoices(viewer), between(invoices.issuedOn, first, last)))
      .groupBy(sql`1`),
    tx
      .select({ month: month(ledgerEntries.issuedOn), removed: sql<number>`count(*)::int` })
      .from(ledgerEntries)
      .where(
        and(
          eq(ledgerEntries.accountId, viewer.accountId),
          eq(ledgerEntries.kind, "removed"),
          between(ledgerEntries.issuedOn, first, last),
        ),
      )
      .groupBy(sql`1`),
  ]);
  const months = new Map<string, MonthCount>(present.map((row) => [row.month, { ...row, removed: 0 }]));
  for (const row of removed) {
    const none = { deposited: 0, downloaded: 0, downloadedByAnyone: 0, firstExpiring: null };
    months.set(row.month, { ...none, ...months.get(row.month), ...row });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
