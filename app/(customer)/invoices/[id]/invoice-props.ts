import type { NeighboursShown } from "@/components/invoices/document/invoice-crumb";
import type {
  DocumentKind,
  HistoryEntry,
  InvoiceDetail,
} from "@/components/invoices/document/invoice-detail";
import type { ContentsShown } from "@/components/invoices/document/invoice-page";
import { todayIn } from "@/lib/dates";
import type { Neighbour, Neighbours } from "@/lib/invoices/one/find-neighbours";
import type { InvoiceDetails, LinkedInvoice } from "@/lib/invoices/one/get-invoice";
import type { InvoiceEvent } from "@/lib/invoices/one/invoice-event";
import type { ContentsReading } from "@/lib/invoices/original/read-contents";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";

interface Reader {
  userId: string;
  supplierName: string;
  timeZone: string;
}

export function invoiceDetail(
  invoice: InvoiceDetails,
  events: readonly InvoiceEvent[],
  { userId, supplierName, timeZone }: Reader,
): InvoiceDetail {
  const { currency, totalWithVatMinor, totalWithoutVatMinor } = invoice;
  const downloaded = events.find((event) => event.kind === "downloaded" && event.by.userId === userId);
  return {
    ...invoice,
    kind: documentKind(invoice),
    totalWithVat: { minor: totalWithVatMinor, currency },
    totalWithoutVat: totalWithoutVatMinor === null ? null : { minor: totalWithoutVatMinor, currency },
    corrections: invoice.correctedBy.map((correction) => ({
      ...correction,
      kind: documentKind(correction),
      totalWithVat: { minor: correction.totalWithVatMinor, currency: correction.currency },
    })),
    corrects: invoice.corrects.map(({ number, issuedOn, found, removed }) => ({
      id: found?.id ?? null,
      number,
      issuedOn: found?.issuedOn ?? removed?.issuedOn ?? issuedOn,
      removedOn: removed && todayIn(timeZone, removed.removedAt.getTime()),
    })),
    history: [
      ...events.map((event) => historyEntry(event, userId)),
      {
        kind: "deposited",
        at: invoice.depositedAt.getTime(),
        by: supplierName,
        ledgerEntry: invoice.sequence.toString(),
      },
    ],
    downloadedOn: downloaded ? todayIn(timeZone, downloaded.at.getTime()) : null,
  };
}

function historyEntry(event: InvoiceEvent, userId: string): HistoryEntry {
  const at = event.at.getTime();
  if (!("by" in event)) return { ...event, at };
  return { at, kind: event.kind, by: event.by.userId === userId ? null : event.by.name };
}

/** The invoices beside one; none without a list. */
export function neighboursShown(neighbours: Neighbours<ScopedAccount> | null): NeighboursShown {
  const shown = (one: Neighbour<ScopedAccount> | null | undefined) =>
    one ? { id: one.id, company: one.account.isCurrent ? null : one.account.companyName } : null;
  return { previous: shown(neighbours?.previous), next: shown(neighbours?.next) };
}

/** A plain PDF has nothing to read; of another file it is said when its data cannot be shown. */
export function contentsShown(reading: ContentsReading | null): ContentsShown {
  if (reading === null || reading.ok) return reading;
  return { ok: false, reason: reading.reason === "too_large" ? "too_large" : "unreadable" };
}

/** An invoice may name preceding ones without correcting them, as a final invoice does its instalments (BG-3). */
function documentKind({ type, typeCode }: Pick<LinkedInvoice, "type" | "typeCode">): DocumentKind {
  if (type === "credit_note") return "credit_note";
  return typeCode === "384" ? "corrective_invoice" : "invoice";
}
