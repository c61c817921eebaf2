import { and, lt, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import type { InvoicePage } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";
import { PAGE_SIZE, type RegisterPage } from "./invoice-pages";
import { COUNT_LIMIT, type InvoiceSummary, type SummaryRow } from "./invoice-summary";
import { matchInvoices } from "./match-invoices";
import { mergeLists } from "./merge-lists";
import { type RegisterEntry, selectInvoices } from "./select-invoices";
import { summariseInvoices } from "./summarise-invoices";

/** Which page of which list: the filter as it is in effect, display history included. */
export interface InvoiceListing {
  filter: InvoiceFilter;
  sort: InvoiceSort;
  page: InvoicePage;
  /** When the user last came; what was deposited since is new to them. */
  lastVisitAt: Date | null;
}

/** What is read of one account: rows from a place on, one more than a page, and what there is in all. */
export interface PartOfList<Row = RegisterEntry> {
  found: Row[];
  summary: SummaryRow[];
  olderHidden: number;
}

export interface InvoiceList<Row = RegisterEntry> extends RegisterPage<Row>, InvoiceSummary {
  /** How many matching ones were issued before the filter's first day; counted up to COUNT_LIMIT + 1. */
  olderHidden: number;
}

/**
 * One page of the account's invoices: keyset paging, so a page costs the same wherever it lies and however many
 * invoices the table holds. Counts and totals stay within the account and stop at COUNT_LIMIT. The queries travel
 * together.
 */
export async function readList(
  tx: Transaction,
  viewer: CustomerUser,
  listing: InvoiceListing,
): Promise<InvoiceList> {
  return mergeLists([await readPart(tx, viewer, listing)], listing);
}

/** What one account adds to a list of several. */
export async function readPart(
  tx: Transaction,
  viewer: CustomerUser,
  listing: InvoiceListing,
): Promise<PartOfList> {
  const [found, summary, olderHidden] = await Promise.all([
    selectInvoices(tx, viewer, listing, PAGE_SIZE + 1),
    summariseInvoices(tx, viewer, listing.filter, listing.lastVisitAt),
    countOlder(tx, viewer, listing.filter),
  ]);
  return { found, summary, olderHidden };
}

async function countOlder(tx: Transaction, viewer: CustomerUser, filter: InvoiceFilter): Promise<number> {
  if (filter.from === null) return 0;
  const older = tx
    .select({ one: sql`1`.as("one") })
    .from(invoices)
    .where(and(matchInvoices(viewer, { ...filter, from: null }), lt(invoices.issuedOn, filter.from)))
    .limit(COUNT_LIMIT + 1)
    .as("older");
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(older);
  return row?.count ?? 0;
}
