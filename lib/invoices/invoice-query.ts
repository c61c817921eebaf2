import { isPlainDate, type PlainDate } from "@/lib/dates";
import { readCursor, writeCursor } from "./invoice-cursor";
import type { InvoicePage } from "./list-invoices";

/** What the list's URL says; the URL is the only state. */
export interface InvoiceQuery {
  /** An explicit period looks everywhere, past the display history (R14). */
  from: PlainDate | null;
  to: PlainDate | null;
  page: InvoicePage;
}

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the query; what the portal would not write is left out rather than refused. */
export function readInvoiceQuery(params: SearchParams): InvoiceQuery {
  const after = readCursor(single(params.after));
  const before = readCursor(single(params.before));
  return {
    from: plainDate(params.from),
    to: plainDate(params.to),
    page: after
      ? { direction: "after", cursor: after }
      : before
        ? { direction: "before", cursor: before }
        : { direction: "first" },
  };
}

/** The query string of a list, with its `?`, or "" for the list as it opens. */
export function writeInvoiceQuery(query: InvoiceQuery): string {
  const params = new URLSearchParams();
  if (query.from) params.set("from", query.from);
  if (query.to) params.set("to", query.to);
  if (query.page.direction !== "first") params.set(query.page.direction, writeCursor(query.page.cursor));
  return params.size > 0 ? `?${params}` : "";
}

function plainDate(value: string | string[] | undefined): PlainDate | null {
  const text = single(value);
  return text !== undefined && isPlainDate(text) ? text : null;
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
