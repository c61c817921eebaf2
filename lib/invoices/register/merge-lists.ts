import { compareEntries } from "./compare-entries";
import type { InvoiceList, InvoiceListing, PartOfList } from "./invoice-list";
import { cutPage } from "./invoice-pages";
import { addUp } from "./invoice-summary";
import type { RegisterEntry } from "./select-invoices";

/** Merges the lists of several accounts, each read from the same cursor, into one page. */
export function mergeLists<Row extends RegisterEntry>(
  parts: readonly PartOfList<Row>[],
  listing: InvoiceListing,
): InvoiceList<Row> {
  const isBackward = listing.page.direction === "before";
  const found = parts
    .flatMap((part) => part.found)
    .sort((a, b) => compareEntries(a, b, listing.sort) * (isBackward ? -1 : 1));
  return {
    ...cutPage(found, listing),
    ...addUp(parts.map(({ summary }) => summary)),
    olderHidden: parts.reduce((sum, { olderHidden }) => sum + olderHidden, 0),
  };
}
