import { cursorAt, type InvoiceCursor, type InvoicePage } from "@/lib/invoices/filter/invoice-cursor";
import type { InvoiceSort } from "@/lib/invoices/filter/invoice-sort";

export const PAGE_SIZE = 25;

/** A page in the order of the list, and where those before and after it start; null at either end. */
export interface RegisterPage<Row> {
  rows: Row[];
  previous: InvoiceCursor | null;
  next: InvoiceCursor | null;
}

/** Makes a page of what was read from a place on, which is one row more than a page when there is more that way. */
export function cutPage<Row extends Parameters<typeof cursorAt>[0]>(
  found: readonly Row[],
  { sort, page }: { sort: InvoiceSort; page: InvoicePage },
): RegisterPage<Row> {
  const rows = found.slice(0, PAGE_SIZE);
  if (page.direction === "before") rows.reverse();
  const isMoreThatWay = found.length > PAGE_SIZE;
  const hasPrevious = page.direction === "before" ? isMoreThatWay : page.direction === "after";
  const hasNext = page.direction === "before" || isMoreThatWay;
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    rows,
    previous: first && hasPrevious ? cursorAt(first, sort.by) : null,
    next: last && hasNext ? cursorAt(last, sort.by) : null,
  };
}
