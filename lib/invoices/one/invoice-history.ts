import type { InvoiceDetails } from "./get-invoice";
import type { InvoiceEvent, SystemEvent } from "./invoice-event";

/** One line of the history on an invoice's page. */
export type HistoryEntry = { at: Date } & (
  | { kind: "deposited"; by: string; ledgerEntry: string }
  /** `by` is null for the reader of the page. */
  | { kind: "seen" | "downloaded"; by: string | null }
  | { kind: "shared" | "share_revoked"; by: string | null; recipient: string }
  | SystemEvent
);

/** Returns the events, newest first, followed by the deposit, which is older than all of them. */
export function invoiceHistory(
  { depositedAt, sequence }: Pick<InvoiceDetails, "depositedAt" | "sequence">,
  events: readonly InvoiceEvent[],
  { readerId, supplierName }: { readerId: string; supplierName: string },
): HistoryEntry[] {
  return [
    ...events.map((event): HistoryEntry => {
      if (!("by" in event)) return event;
      return { ...event, by: event.by.userId === readerId ? null : event.by.label };
    }),
    { kind: "deposited", at: depositedAt, by: supplierName, ledgerEntry: sequence.toString() },
  ];
}
