import type { PlainDate } from "@/lib/dates";
import { monthRange } from "@/lib/months";
import { parseAmount } from "./parse-amount";
import { parseDay } from "./parse-day";
import { searchedText } from "./searched-text";

/** Which invoices of the list; what is null does not narrow it. Its URL is the only state. */
export interface InvoiceFilter {
  /** Number, contract, plate or amount. */
  q: string | null;
  /** Issue dates, both ends included. An explicit period looks past the display history (R14). */
  from: PlainDate | null;
  to: PlainDate | null;
  type: "invoice" | "credit_note" | null;
  contract: string | null;
  vehicle: string | null;
  /** Totals with VAT as the list shows them, sign included: decimal strings, in each invoice's own currency. */
  min: string | null;
  max: string | null;
  /** Not yet downloaded by the user who asks. */
  isNew: boolean;
}

export const EMPTY_FILTER: InvoiceFilter = {
  q: null,
  from: null,
  to: null,
  type: null,
  contract: null,
  vehicle: null,
  min: null,
  max: null,
  isNew: false,
};

/** A URL's parameters, as pages and as route handlers have them. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>> | URLSearchParams;

/**
 * Reads the filter of a URL; what cannot be understood is left out rather than refused. `month=2026-10`, which the month
 * picker sends, is the period of that month.
 */
export function readInvoiceFilter(params: SearchParams): InvoiceFilter {
  const type = single(params, "type");
  const month = single(params, "month");
  const period = /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month) ? monthRange(month) : null;
  return {
    q: searchedText(single(params, "q")),
    from: period?.from ?? parseDay(single(params, "from")),
    to: period?.to ?? parseDay(single(params, "to")),
    type: type === "invoice" || type === "credit_note" ? type : null,
    contract: searchedText(single(params, "contract")),
    vehicle: searchedText(single(params, "vehicle")),
    min: parseAmount(single(params, "min")),
    max: parseAmount(single(params, "max")),
    isNew: single(params, "new") === "1",
  };
}

/** The filter as a URL carries it, always in the same order; nothing for what does not narrow. */
export function writeInvoiceFilter(filter: InvoiceFilter): URLSearchParams {
  const { isNew, ...texts } = filter;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(texts)) if (value !== null) params.set(name, value);
  if (isNew) params.set("new", "1");
  return params;
}

/** The parameter's one value, "" when it is missing or said twice. */
export function single(params: SearchParams, name: string): string {
  if (params instanceof URLSearchParams) {
    const [value = "", ...others] = params.getAll(name);
    return others.length === 0 ? value : "";
  }
  const value = params[name];
  return typeof value === "string" ? value : "";
}
