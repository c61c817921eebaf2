import { cursorAt } from "./invoice-cursor";
import { cutPage } from "./invoice-pages";
import type { InvoiceSort } from "./invoice-sort";
import { addUp } from "./invoice-summary";
import type { InvoiceList, InvoiceListing, PartOfList } from "./list-invoices";
import type { RegisterEntry } from "./select-invoices";

/** One list out of those of several accounts, each read from the same place on. */
export function mergeLists<Owned extends RegisterEntry>(
  parts: readonly PartOfList<Owned>[],
  listing: InvoiceListing,
): InvoiceList<Owned> {
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

/** The order of sort-invoices.ts, of rows at hand: bytes for texts, no due date last whichever way. */
function compareEntries(a: RegisterEntry, b: RegisterEntry, { by, isAscending }: InvoiceSort): number {
  if (by === "due" && (a.dueOn === null) !== (b.dueOn === null)) return a.dueOn === null ? 1 : -1;
  return compareKeys(a, b, by) * (isAscending ? 1 : -1);
}

function compareKeys(a: RegisterEntry, b: RegisterEntry, by: InvoiceSort["by"]): number {
  if (by !== "amount")
    return bytes(cursorAt(a, by).key ?? "", cursorAt(b, by).key ?? "") || bytes(a.id, b.id);
  const difference = a.totalWithVatMinor - b.totalWithVatMinor;
  return (
    bytes(a.currency, b.currency) || (difference < 0n ? -1 : difference > 0n ? 1 : 0) || bytes(a.id, b.id)
  );
}

const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
