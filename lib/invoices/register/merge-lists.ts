import type { InvoicePage } from "@/lib/invoices/filter/invoice-cursor";
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
  const page = cutPage(found, listing);
  const summary = addUp(parts.map((part) => part.summary));
  const sum = (figure: "olderHidden" | "beyond") => parts.reduce((total, part) => total + part[figure], 0);
  return {
    ...page,
    ...summary,
    olderHidden: sum("olderHidden"),
    places: placesOf(page.rows.length, listing.page, { ...summary, beyond: sum("beyond") }),
  };
}

/** The places of a page's rows in a list that is read by cursors: counted from its end, or from its start. */
function placesOf(
  rows: number,
  { direction }: InvoicePage,
  { count, hasMore, beyond }: { count: number; hasMore: boolean; beyond: number },
): InvoiceList["places"] {
  if (rows === 0 || (hasMore && direction !== "first")) return null;
  const first = { first: 1, after: count - beyond + 1, before: beyond - rows + 1 }[direction];
  return { first, last: first + rows - 1 };
}
