import type { SearchParams } from "@/lib/http/search-params";
import type { Scope } from "@/lib/persons/scope";
import { EMPTY_FILTER, type InvoiceFilter, writeInvoiceFilter } from "./invoice-filter";
import { type InvoiceQuery, readInvoiceQuery, WHOLE_LIST, writeInvoiceQuery } from "./invoice-query";

/** Returns the path of the list for this query; missing parts have their default value. */
export const listPath = (query: Partial<InvoiceQuery>): string =>
  `/invoices${writeInvoiceQuery({ ...WHOLE_LIST, ...query })}`;

/** Returns the path of the list for untrusted parameters; the result is always a path of the portal. */
export const readListPath = (params: SearchParams): string => listPath(readInvoiceQuery(params));

/** Returns the path of the list with only these filters. */
export const filteredListPath = (filter: Partial<InvoiceFilter>): string =>
  listPath({ filter: { ...EMPTY_FILTER, ...filter } });

/** Returns the path of reading mode for this query, with an invoice open or the first one. */
export function readingPath(query: Partial<InvoiceQuery>, at?: string): string {
  const written = writeInvoiceQuery({ ...WHOLE_LIST, ...query });
  if (at === undefined) return `/invoices/reading${written}`;
  return `/invoices/reading${written}${written === "" ? "?" : "&"}at=${at}`;
}

/** Returns the path of an invoice's page; `listQuery` is the list's query string, with its `?`, for the link back. */
export const invoicePath = (id: string, listQuery = ""): string => `/invoices/${id}${listQuery}`;

/** Returns the path that shows the original in the browser. */
export const originalPath = (id: string): string => `/invoices/${id}/original`;

/** Returns the path to download the original, from the session's account or from any account the person may open. */
export const downloadPath = (id: string, scope: Scope = "own"): string =>
  `${originalPath(id)}?download${scope === "all" ? "&scope=all" : ""}`;

/** Returns the path of the XML inside a hybrid PDF. */
export const attachedXmlPath = (id: string): string => `/invoices/${id}/xml`;

/** Returns the path of a document joined to the invoice, counted from 1. */
export const joinedDocumentPath = (id: string, number: number): string =>
  `/invoices/${id}/attachments/${number}`;

/** Returns the path of the page with the ledger data of removed invoices with this number. */
export function removedPath(number: string, scope: Scope): string {
  const params = new URLSearchParams({ number });
  if (scope === "all") params.set("scope", scope);
  return `/invoices/removed?${params}`;
}

/** Returns the path of « Archivage » for one company or all, for a year of issue dates or the current year. */
export function archivePath({ scope, year }: { scope: Scope; year?: number }): string {
  const params = new URLSearchParams();
  if (scope === "all") params.set("scope", scope);
  if (year !== undefined) params.set("year", String(year));
  return params.size > 0 ? `/invoices/archive?${params}` : "/invoices/archive";
}

/** The content of an export; without a period the display history applies, as in the list. */
export interface ExportChoice {
  filter?: Partial<InvoiceFilter>;
  /** Only invoices that the portal removes within this number of days. */
  expiryDays?: number;
  scope: Scope;
  /** Only invoices that nobody of the account has taken. */
  isNeverTaken?: boolean;
}

/**
 * Returns the path that exports the chosen invoices as one file: the originals in a ZIP, only their list, or their
 * entries for the customer's accounting.
 */
export function exportPath(format: "zip" | "csv" | "xlsx" | "accounting", choice: ExportChoice): string {
  const { filter = {}, expiryDays, scope, isNeverTaken = false } = choice;
  const params = new URLSearchParams({ format });
  for (const [name, value] of writeInvoiceFilter({ ...EMPTY_FILTER, ...filter })) params.set(name, value);
  if (expiryDays !== undefined) params.set("leaving", String(expiryDays));
  if (scope === "all") params.set("scope", scope);
  if (isNeverTaken) params.set("untaken", "1");
  return `/invoices/export?${params}`;
}
