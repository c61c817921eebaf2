import { and, between, eq, isNull, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { ledgerEntries } from "@/db/schema/ledger";
import { invoiceTakings } from "@/db/schema/takings";
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
  /** How many of them the viewer has taken. */
  taken: number;
  /** How many of them somebody of the account has taken, in whatever way. */
  takenByAnyone: number;
  /** The earliest last day of retention among those the viewer has not taken. */
  firstExpiring: PlainDate | null;
  /** Invoices removed from the portal. */
  removed: number;
}

/** Counts the months of a year, or of several, with present or removed invoices, earliest first: two grouped queries. */
export async function countMonths(
  tx: Transaction,
  viewer: AccountReader,
  year: number,
  lastYear = year,
): Promise<MonthCount[]> {
  const takings = tx
    .select({
      invoiceId: invoiceTakings.invoiceId,
      byViewer: sql<boolean>`bool_or(coalesce(${invoiceTakings.userId} = ${viewer.userId}, false))`.as(
        "by_viewer",
      ),
    })
    .from(invoiceTakings)
    .where(and(eq(invoiceTakings.accountId, viewer.accountId), isNull(invoiceTakings.undoneAt)))
    .groupBy(invoiceTakings.invoiceId)
    .as("takings");
  const month = (of: typeof invoices.issuedOn | typeof ledgerEntries.issuedOn) =>
    sql<string>`to_char(${of}, 'YYYY-MM')`;
  const [first, last] = [`${year}-01-01`, `${lastYear}-12-31`];
  const [present, removed] = await Promise.all([
    tx
      .select({
        month: month(invoices.issuedOn),
        deposited: sql<number>`count(*)::int`,
        taken: sql<number>`(count(*) filter (where ${takings.byViewer}))::int`,
        takenByAnyone: sql<number>`count(${takings.invoiceId})::int`,
        firstExpiring: sql<PlainDate | null>`min(${invoices.removeAfter}) filter (where ${takings.byViewer} is not true)`,
      })
      .from(invoices)
      .leftJoin(takings, eq(takings.invoiceId, invoices.id))
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
    const none = { deposited: 0, taken: 0, takenByAnyone: 0, firstExpiring: null };
    months.set(row.month, { ...none, ...months.get(row.month), ...row });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
