import { readSequence } from "@/lib/accounts/one/invoices/list-account-invoices";
import { TIMELINE_FILTERS, type TimelineFilter } from "@/lib/accounts/one/timeline/timeline";
import { readTimeCursor, type TimeCursor } from "@/lib/time-cursor";
import { isUuid } from "@/lib/uuid";

/** What the address of an account's page asks for; anything else in it is ignored. */
export interface AccountQuery {
  /** The invoice to answer for, or "". */
  invoice: string;
  /** The action to open, or "": `open=address`, or `change=address` of the links to the form of the address. */
  open: string;
  filter: TimelineFilter | null;
  before: TimeCursor | null;
  invoicesBefore: bigint | null;
}

/** Reads it. */
export function readAccountQuery(search: Record<string, string | string[] | undefined>): AccountQuery {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" ? value : "";
  };
  return {
    invoice: isUuid(text("invoice")) ? text("invoice") : "",
    open: text("open") || (text("change").startsWith("address") ? "address" : ""),
    filter: TIMELINE_FILTERS.find((one) => one === text("kind")) ?? null,
    before: readTimeCursor(text("before")),
    invoicesBefore: readSequence(text("invoicesBefore")),
  };
}
