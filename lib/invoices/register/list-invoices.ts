import { and, lt } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import type { AccountReader } from "@/lib/access/viewer";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { countUpToLimit } from "./count-up-to-limit";
import type { InvoiceList, InvoiceListing, PartOfList } from "./invoice-list";
import { matchInvoices } from "./match-invoices";
import { mergeLists } from "./merge-lists";
import { DEFAULT_PAGE_SIZE } from "./page-size";
import { selectInvoices } from "./select-invoices";
import { beyondCursor } from "./sort-invoices";
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
  const [found, summary, olderHidden, beyond] = await Promise.all([
    selectInvoices(tx, viewer, listing, (listing.size ?? DEFAULT_PAGE_SIZE) + 1),
    summariseInvoices(tx, viewer, listing.filter, listing.lastVisitAt),
    countOlder(tx, viewer, listing.filter),
    countBeyond(tx, viewer, listing),
  ]);
  return { found, summary, olderHidden, beyond };
}

/** Counts the matches beyond the cursor of the page; 0 on the first page. */
async function countBeyond(
  tx: Transaction,
  viewer: AccountReader,
  { filter, sort, page }: InvoiceListing,
): Promise<number> {
  if (page.direction === "first") return 0;
  return countUpToLimit(
    tx,
    and(matchInvoices(viewer, filter), beyondCursor(sort, page.cursor, page.direction === "before")),
  );
}

async function countOlder(tx: Transaction, viewer: AccountReader, filter: InvoiceFilter): Promise<number> {
  if (filter.from === null) return 0;
  return countUpToLimit(
    tx,
    and(matchInvoices(viewer, { ...filter, from: null }), lt(invoices.issuedOn, filter.from)),
  );
}
