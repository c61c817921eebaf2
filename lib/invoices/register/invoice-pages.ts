import { cursorAt, type InvoiceCursor, type InvoicePage } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";
import { DEFAULT_PAGE_SIZE, type PageSize } from "./page-size";

/** One page in list order, with the cursors of the previous and next pages; null at either end. */
export interface RegisterPage<Row> {
  rows: Row[];
  previous: InvoiceCursor | null;
  next: InvoiceCursor | null;
}

/** Cuts a page from the rows read after a cursor; one row more than a page means that another page follows. */
export function cutPage<Row extends Parameters<typeof cursorAt>[0]>(
  found: readonly Row[],
  { sort, page, size = DEFAULT_PAGE_SIZE }: { sort: InvoiceSort; page: InvoicePage; size?: PageSize },
): RegisterPage<Row> {
  const rows = found.slice(0, size);
  if (page.direction === "before") rows.reverse();
  const hasMore = found.length > size;
  const hasPrevious = page.direction === "before" ? hasMore : page.direction === "after";
  const hasNext = page.direction === "before" || hasMore;
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    rows,
    previous: first && hasPrevious ? cursorAt(first, sort.by) : null,
    next: last && hasNext ? cursorAt(last, sort.by) : null,
  };
}
