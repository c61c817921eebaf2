import { readSequence } from "@/lib/accounts/one/invoices/list-account-invoices";
import { TIMELINE_FILTERS, type TimelineFilter } from "@/lib/accounts/one/timeline/timeline";
import { readTimeCursor, type TimeCursor } from "@/lib/time-cursor";
import { isUuid } from "@/lib/uuid";

/** The query parameters of an account's page. Other parameters are ignored. */
export interface AccountQuery {
  /** The id of the invoice that staff answer a question about, or "". */
  invoice: string;
  /**
   * The action whose form is open, or "". Links to the form of the address may have `change=address` instead of
   * `open=address`.
   */
  open: string;
  filter: TimelineFilter | null;
  before: TimeCursor | null;
  invoicesBefore: bigint | null;
}

/** Reads the query parameters of an account's page. */
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
