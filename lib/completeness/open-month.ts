import { and, between, desc, not, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { downloadPath, exportPath, filteredListPath } from "@/lib/invoices/filter/invoice-paths";
import { LISTED_COLUMNS, type ListedInvoice } from "@/lib/invoices/register/select-invoices";
import type { Minor } from "@/lib/money";
import { monthRange } from "@/lib/months";
import { listTakers, type OtherTaking } from "@/lib/takings/list-takers";
import { isTakenBy } from "@/lib/takings/taken";

/** The rows shown of a month; its list has all of them. */
const SHOWN = 25;

/** The opened month of « Archivage ». */
export interface OpenedMonth {
  /** `YYYY-MM`. */
  month: string;
  count: number;
  creditNotes: number;
  /** Taken by the viewer. */
  taken: number;
  totals: { currency: string; minor: Minor }[];
  /** Bytes of the originals that are left to take. */
  remainingSize: number;
  /** The newest of those that are left to take, with who else has them. */
  rows: (ListedInvoice & { downloadUrl: string; other: OtherTaking | null })[];
  /** The list's query of the month, for the forms that mark and put back. */
  query: string;
  takeRemainingUrl: string;
  takeAllUrl: string;
  accountingUrl: string;
  listUrl: string;
}

/** Reads one month of the viewer's account; null when it has no invoices. */
export async function openMonth(
  tx: Transaction,
  viewer: AccountReader,
  month: string,
): Promise<OpenedMonth | null> {
  const period = monthRange(month);
  const ofMonth = and(visibleInvoices(viewer), between(invoices.issuedOn, period.from, period.to));
  const isTaken = isTakenBy(viewer);
  const sums = await tx
    .select({
      currency: invoices.currency,
      count: sql<number>`count(*)::int`,
      creditNotes: sql<number>`(count(*) filter (where ${invoices.type} = 'credit_note'))::int`,
      taken: sql<number>`(count(*) filter (where ${isTaken}))::int`,
      size: sql<string>`coalesce(sum(${invoices.size}) filter (where not ${isTaken}), 0)::text`,
      minor: sql<string>`sum(${invoices.signedWithVatMinor})::text`,
    })
    .from(invoices)
    .where(ofMonth)
    .groupBy(invoices.currency)
    .orderBy(invoices.currency);
  if (sums.length === 0) return null;
  const rows = await tx
    .select(LISTED_COLUMNS)
    .from(invoices)
    .where(and(ofMonth, not(isTaken)))
    .orderBy(desc(invoices.issuedOn), desc(invoices.id))
    .limit(SHOWN);
  const takers = await listTakers(
    tx,
    viewer,
    rows.map(({ id }) => id),
  );
  const total = (figure: "count" | "creditNotes" | "taken") =>
    sums.reduce((sum, one) => sum + one[figure], 0);
  return {
    month,
    count: total("count"),
    creditNotes: total("creditNotes"),
    taken: total("taken"),
    totals: sums.map(({ currency, minor }) => ({ currency, minor: BigInt(minor) })),
    remainingSize: sums.reduce((sum, { size }) => sum + Number(size), 0),
    rows: rows.map((row) => ({
      ...row,
      downloadUrl: downloadPath(row.id),
      other: takers.get(row.id) ?? null,
    })),
    query: `from=${period.from}&to=${period.to}`,
    takeRemainingUrl: exportPath("zip", { filter: { ...period, isNew: true }, scope: "own" }),
    takeAllUrl: exportPath("zip", { filter: period, scope: "own" }),
    accountingUrl: exportPath("accounting", { filter: period, scope: "own" }),
    listUrl: filteredListPath(period),
  };
}
