import { and, lt, sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import type { InvoiceList, InvoiceListing, PartOfList } from "./invoice-list";
import { PAGE_SIZE } from "./invoice-pages";
import { COUNT_LIMIT } from "./invoice-summary";
import { matchInvoices } from "./match-invoices";
import { mergeLists } from "./merge-lists";
import { selectInvoices } from "./select-invoices";
import { summariseInvoices } from "./summarise-invoices";

/**
 * Returns one page of the account's invoices. Keyset pagination: every page costs the same, at any position and for
 * any size of the table. Counts and totals cover this account only and stop at COUNT_LIMIT. The queries are
 * pipelined.
 */
export async function readList(
  tx: Transaction,
  viewer: AccountReader,
  listing: InvoiceListing,
): Promise<InvoiceList> {
  return mergeLists([await readPart(tx, viewer, listing)], listing);
}

/** Reads the part of one account for a list of one or several accounts. */
export async function readPart(
  tx: Transaction,
  viewer: AccountReader,
  listing: InvoiceListing,
): Promise<PartOfList> {
  const [found, summary, olderHidden] = await Promise.all([
    selectInvoices(tx, viewer, listing, PAGE_SIZE + 1),
    summariseInvoices(tx, viewer, listing.filter, listing.lastVisitAt),
    countOlder(tx, viewer, listing.filter),
  ]);
  return { found, summary, olderHidden };
}

async function countOlder(tx: Transaction, viewer: AccountReader, filter: InvoiceFilter): Promise<number> {
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
