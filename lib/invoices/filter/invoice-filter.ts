import type { PlainDate } from "@/lib/dates";
import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { monthRange } from "@/lib/months";
import { isUuid } from "@/lib/uuid";
import { parseAmount } from "./parse-amount";
import { parseDay } from "./parse-day";
import { searchedText } from "./searched-text";

/** The filter of the list; a field that is null does not filter. It is stored in the URL only. */
export interface InvoiceFilter {
  /** Number, contract, plate or amount. */
  q: string | null;
  /** Issue dates, both ends included. With an explicit period the display history does not apply (R14). */
  from: PlainDate | null;
  to: PlainDate | null;
  type: "invoice" | "credit_note" | null;
  contract: string | null;
  vehicle: string | null;
  /** Limits of the total with VAT as shown in the list, with sign: decimal strings in each invoice's own currency. */
  min: string | null;
  max: string | null;
  /** Only invoices not yet downloaded by the viewer. */
  isNew: boolean;
  /** Only invoices that the viewer has neither opened nor downloaded. */
  isUnread: boolean;
  /** Only this account of the person, by its id, in the list of all companies. */
  company: string | null;
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
  isUnread: false,
  company: null,
};

/**
 * Reads the filter of a URL; values that cannot be read are left out, not refused. `month=2026-10`, sent by the month
 * picker, is the period of that month.
 */
export function readInvoiceFilter(params: SearchParams): InvoiceFilter {
  const type = searchParam(params, "type");
  const month = searchParam(params, "month");
  const company = searchParam(params, "company");
  const period = /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month) ? monthRange(month) : null;
  return {
    q: searchedText(searchParam(params, "q")),
    from: period?.from ?? parseDay(searchParam(params, "from")),
    to: period?.to ?? parseDay(searchParam(params, "to")),
    type: type === "invoice" || type === "credit_note" ? type : null,
    contract: searchedText(searchParam(params, "contract")),
    vehicle: searchedText(searchParam(params, "vehicle")),
    min: parseAmount(searchParam(params, "min")),
    max: parseAmount(searchParam(params, "max")),
    isNew: searchParam(params, "new") === "1",
    isUnread: searchParam(params, "unread") === "1",
    company: isUuid(company) ? company : null,
  };
}

/** Writes the filter as URL parameters, always in the same order; fields that do not filter are left out. */
export function writeInvoiceFilter(filter: InvoiceFilter): URLSearchParams {
  const { isNew, isUnread, ...texts } = filter;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(texts)) if (value !== null) params.set(name, value);
  if (isNew) params.set("new", "1");
  if (isUnread) params.set("unread", "1");
  return params;
}
