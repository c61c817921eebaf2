import type { SearchParams } from "@/lib/http/search-params";
import type { Scope } from "@/lib/persons/scope";
import { EMPTY_FILTER, type InvoiceFilter, writeInvoiceFilter } from "./invoice-filter";
import { type InvoiceQuery, readInvoiceQuery, WHOLE_LIST, writeInvoiceQuery } from "./invoice-query";

/** The list that the query asks for; what is left out is as the list opens. */
export const listPath = (query: Partial<InvoiceQuery>): string =>
  `/invoices${writeInvoiceQuery({ ...WHOLE_LIST, ...query })}`;

/** The same for parameters that came from outside: a path of the portal whatever they say. */
export const readListPath = (params: SearchParams): string => listPath(readInvoiceQuery(params));

/** The list narrowed by these alone. */
export const filteredListPath = (filter: Partial<InvoiceFilter>): string =>
  listPath({ filter: { ...EMPTY_FILTER, ...filter } });

/** An invoice's page; `listQuery` is what the list's URL says, with its `?`, for the way back. */
export const invoicePath = (id: string, listQuery = ""): string => `/invoices/${id}${listQuery}`;

/** The original, for the browser to show. */
export const originalPath = (id: string): string => `/invoices/${id}/original`;

/** The original as a file to keep, from the session's account or from any account the person may open. */
export const downloadPath = (id: string, scope: Scope = "own"): string =>
  `${originalPath(id)}?download${scope === "all" ? "&scope=all" : ""}`;

/** The XML inside a hybrid PDF. */
export const attachedXmlPath = (id: string): string => `/invoices/${id}/xml`;

/** What is still known of removed invoices with that number. */
export function removedPath(number: string, scope: Scope): string {
  const params = new URLSearchParams({ number });
  if (scope === "all") params.set("scope", scope);
  return `/invoices/removed?${params}`;
}

/** « Rien ne manque » of one company or of all, in that year of issue dates or in this year. */
export function archivePath({ scope, year }: { scope: Scope; year?: number }): string {
  const params = new URLSearchParams();
  if (scope === "all") params.set("scope", scope);
  if (year !== undefined) params.set("year", String(year));
  return params.size > 0 ? `/invoices/archive?${params}` : "/invoices/archive";
}

/** What an export holds; an export without a period keeps to the display history, as the list does. */
export interface ExportChoice {
  filter?: Partial<InvoiceFilter>;
  /** Only what leaves the portal within so many days. */
  leavingDays?: number;
  scope: Scope;
  /** Only what nobody of the account has downloaded. */
  isUntaken?: boolean;
}

/** Everything that is chosen as one file: originals in a ZIP, or their list alone. */
export function exportPath(format: "zip" | "csv" | "xlsx", choice: ExportChoice): string {
  const { filter = {}, leavingDays, scope, isUntaken = false } = choice;
  const params = new URLSearchParams({ format });
  for (const [name, value] of writeInvoiceFilter({ ...EMPTY_FILTER, ...filter })) params.set(name, value);
  if (leavingDays !== undefined) params.set("leaving", String(leavingDays));
  if (scope === "all") params.set("scope", scope);
  if (isUntaken) params.set("untaken", "1");
  return `/invoices/export?${params}`;
}
