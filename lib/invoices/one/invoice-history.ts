import type { InvoiceDetails } from "./get-invoice";
import type { InvoiceEvent, SystemEvent } from "./invoice-event";

/** What happened to an invoice, as its page tells it. */
export type HistoryEntry = { at: Date } & (
  | { kind: "deposited"; by: string; ledgerEntry: string }
  /** `by` is null for the reader of the page. */
  | { kind: "seen" | "downloaded"; by: string | null }
  | SystemEvent
);

/** The events in their order, newest first, and the deposit, which came before all of them. */
export function invoiceHistory(
  { depositedAt, sequence }: Pick<InvoiceDetails, "depositedAt" | "sequence">,
  events: readonly InvoiceEvent[],
  { readerId, supplierName }: { readerId: string; supplierName: string },
): HistoryEntry[] {
  return [
    ...events.map((event): HistoryEntry => {
      if (!("by" in event)) return event;
      const { at, kind, by } = event;
      return { at, kind, by: by.userId === readerId ? null : by.name };
    }),
    { kind: "deposited", at: depositedAt, by: supplierName, ledgerEntry: sequence.toString() },
  ];
}
