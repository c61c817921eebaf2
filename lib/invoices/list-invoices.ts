import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/auth/access";
import type { CustomerUser } from "@/lib/auth/viewer";
import { withViewer } from "@/lib/auth/with-viewer";
import type { PlainDate } from "@/lib/dates";
import type { Minor } from "@/lib/money";
import { and, asc, desc, gte, lt, lte, sql, type SQL } from "drizzle-orm";
import type { InvoiceCursor } from "./invoice-cursor";

/** Counting stops here: « more than 1,000 ». */
export const COUNT_LIMIT = 1_000;
const PAGE_SIZE = 25;

/** Which invoices, by issue date, both ends included; null is open. */
export interface InvoicePeriod {
  from: PlainDate | null;
  to: PlainDate | null;
}

export type InvoicePage =
  | { direction: "first" }
  | { direction: "after"; cursor: InvoiceCursor }
  | { direction: "before"; cursor: InvoiceCursor };

export interface ListedInvoice {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  issuedOn: PlainDate;
  dueOn: PlainDate | null;
  currency: string;
  totalWithVatMinor: Minor;
  totalWithoutVatMinor: Minor | null;
  contracts: string[];
  vehicles: string[];
  format: "pdf" | "facturx" | "zugferd" | "cii" | "ubl";
  legalRole: "original" | "duplicate";
}

export interface InvoiceList {
  rows: ListedInvoice[];
  /** Where the pages before and after this one start, null at either end. */
  newer: InvoiceCursor | null;
  older: InvoiceCursor | null;
  /** How many the period holds; at most COUNT_LIMIT, then `hasMore`. */
  count: number;
  hasMore: boolean;
  /** By month, `YYYY-MM`; the one in which counting stopped says so. */
  monthCounts: Record<string, { value: number; isCapped: boolean }>;
  /** How many older ones the period leaves out; counted up to COUNT_LIMIT + 1. */
  olderHidden: number;
}

/**
 * One page of the account's invoices, newest first: keyset paging on (issue date, id), so a page costs the same
 * wherever it lies and however many invoices there are. Counts stay within the account and stop at COUNT_LIMIT.
 */
export function listInvoices(
  viewer: CustomerUser,
  period: InvoicePeriod,
  page: InvoicePage,
): Promise<InvoiceList> {
  return withViewer(viewer, async (tx) => {
    const mine = visibleInvoices(viewer);
    const inPeriod = and(
      mine,
      period.from ? gte(invoices.issuedOn, period.from) : undefined,
      period.to ? lte(invoices.issuedOn, period.to) : undefined,
    );
    const [found, counts, olderHidden] = await Promise.all([
      selectPage(tx, inPeriod, page),
      countByMonth(tx, inPeriod),
      period.from ? countOlder(tx, and(mine, lt(invoices.issuedOn, period.from))) : 0,
    ]);
    const rows = found.slice(0, PAGE_SIZE);
    if (page.direction === "before") rows.reverse();
    const isMoreThatWay = found.length > PAGE_SIZE;
    const first = rows.at(0);
    const last = rows.at(-1);
    return {
      rows,
      newer:
        first && (page.direction === "before" ? isMoreThatWay : page.direction === "after")
          ? cursorAt(first)
          : null,
      older: last && (page.direction === "before" || isMoreThatWay) ? cursorAt(last) : null,
      ...counts,
      olderHidden,
    };
  });
}

function selectPage(tx: Transaction, inPeriod: SQL | undefined, page: InvoicePage): Promise<ListedInvoice[]> {
  const isBefore = page.direction === "before";
  const direction = isBefore ? asc : desc;
  return tx
    .select({
      id: invoices.id,
      number: invoices.number,
      type: invoices.type,
      issuedOn: invoices.issuedOn,
      dueOn: invoices.dueOn,
      currency: invoices.currency,
      totalWithVatMinor: invoices.totalWithVatMinor,
      totalWithoutVatMinor: invoices.totalWithoutVatMinor,
      contracts: invoices.contracts,
      vehicles: invoices.vehicles,
      format: invoices.format,
      legalRole: invoices.legalRole,
    })
    .from(invoices)
    .where(
      and(inPeriod, page.direction === "first" ? undefined : beyond(page.cursor, isBefore ? sql`>` : sql`<`)),
    )
    .orderBy(direction(invoices.issuedOn), direction(invoices.id))
    .limit(PAGE_SIZE + 1);
}

const beyond = (cursor: InvoiceCursor, operator: SQL) =>
  sql`(${invoices.issuedOn}, ${invoices.id}) ${operator} (${cursor.issuedOn}::date, ${cursor.id}::uuid)`;

const cursorAt = (row: ListedInvoice): InvoiceCursor => ({ issuedOn: row.issuedOn, id: row.id });

async function countByMonth(tx: Transaction, inPeriod: SQL | undefined) {
  const counted = tx
    .select({ month: sql<string>`to_char(${invoices.issuedOn}, 'YYYY-MM')`.as("month") })
    .from(invoices)
    .where(inPeriod)
    .orderBy(desc(invoices.issuedOn), desc(invoices.id))
    .limit(COUNT_LIMIT + 1)
    .as("counted");
  const months = await tx
    .select({ month: counted.month, count: sql<number>`count(*)::int` })
    .from(counted)
    .groupBy(counted.month)
    .orderBy(desc(counted.month));
  const seen = months.reduce((sum, { count }) => sum + count, 0);
  const hasMore = seen > COUNT_LIMIT;
  const cut = hasMore ? months.at(-1)?.month : undefined;
  return {
    count: Math.min(seen, COUNT_LIMIT),
    hasMore,
    monthCounts: Object.fromEntries(
      months.map(({ month, count }) => [
        month,
        { value: month === cut ? count - 1 : count, isCapped: month === cut },
      ]),
    ),
  };
}

async function countOlder(tx: Transaction, older: SQL | undefined): Promise<number> {
  const some = tx
    .select({ one: sql`1`.as("one") })
    .from(invoices)
    .where(older)
    .limit(COUNT_LIMIT + 1)
    .as("some");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}
