import { and, between, eq, sql } from "drizzle-orm";
import { invoiceReadings, invoices } from "@/db/schema/invoices";
import { ledgerEntries } from "@/db/schema/ledger";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";

/** The counts of the invoices issued in one month. */
export interface MonthCount {
  /** `YYYY-MM`. */
  month: string;
  /** Invoices now on the portal. */
  deposited: number;
  /** Of these, downloaded by the viewer (`mine`) and by any user of the account (`anyones`). */
  mine: number;
  anyones: number;
  /** The earliest last day of retention among those the viewer has not downloaded. */
  firstLeaving: PlainDate | null;
  /** Invoices removed from the portal. */
  removed: number;
}

/** Counts the months of a year that have present or removed invoices, earliest first, with two grouped queries. */
export async function countMonths(
  tx: Transaction,
  viewer: CustomerUser,
  year: number,
): Promise<MonthCount[]> {
  const taken = tx
    .select({
      mine: sql<boolean>`coalesce(bool_or(${invoiceReadings.userId} = ${viewer.userId}), false)`.as("mine"),
      anyones: sql<boolean>`count(*) > 0`.as("anyones"),
    })
    .from(invoiceReadings)
    .where(
      and(
        eq(invoiceReadings.invoiceId, invoices.id),
        eq(invoiceReadings.accountId, viewer.accountId),
        sql`${invoiceReadings.downloadedAt} is not null`,
      ),
    )
    .as("taken");
  const month = (of: typeof invoices.issuedOn | typeof ledgerEntries.issuedOn) =>
    sql<string>`to_char(${of}, 'YYYY-MM')`;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const [present, removed] = await Promise.all([
    tx
      .select({
        month: month(invoices.issuedOn),
        deposited: sql<number>`count(*)::int`,
        mine: sql<number>`(count(*) filter (where ${taken.mine}))::int`,
        anyones: sql<number>`(count(*) filter (where ${taken.anyones}))::int`,
        firstLeaving: sql<PlainDate | null>`min(${invoices.removeAfter}) filter (where not ${taken.mine})`,
      })
      .from(invoices)
      .innerJoinLateral(taken, sql`true`)
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
    const none = { deposited: 0, mine: 0, anyones: 0, firstLeaving: null };
    months.set(row.month, { ...none, ...months.get(row.month), ...row });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
