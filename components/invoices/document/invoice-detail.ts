import type { Amount } from "@/components/ui/amount";
import type { NobodysEvent } from "@/lib/invoices/one/invoice-event";

/** What a document is to those it names: a credit note takes away, a corrective invoice replaces. */
export type DocumentKind = "invoice" | "corrective_invoice" | "credit_note";

/** Another document, named by this one; without an id it is not here, and `removedOn` when it was. */
export interface NamedDocument {
  id: string | null;
  number: string;
  issuedOn: string | null;
  /** The day its original left at the end of its time; its number still leads to what is known of it. */
  removedOn: string | null;
}

/** Another document, which names this one; `namesOthers` when its amount is not about this one alone. */
interface Correction {
  id: string;
  number: string;
  kind: DocumentKind;
  issuedOn: string;
  totalWithVat: Amount;
  namesOthers: boolean;
}

/** What happened to the invoice, newest first; instants are milliseconds since 1970. */
export type HistoryEntry = { at: number } & (
  | { kind: "deposited"; by: string; ledgerEntry: string | null }
  /** `by` is null for the reader of this page. */
  | { kind: "seen" | "downloaded"; by: string | null }
  | NobodysEvent
);

/** One invoice as its page shows it. Dates are `YYYY-MM-DD`. */
export interface InvoiceDetail {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  kind: DocumentKind;
  issuedOn: string;
  dueOn: string | null;
  contracts: readonly string[];
  vehicles: readonly string[];
  totalWithVat: Amount;
  totalWithoutVat: Amount | null;
  sellerName: string;
  buyerName: string;
  format: "pdf" | "facturx" | "zugferd" | "cii" | "ubl";
  profile: string | null;
  mediaType: "application/pdf" | "application/xml";
  /** Bytes of the original. */
  size: number;
  /** 64 hexadecimal digits. */
  sha256: string;
  fileName: string;
  /** Name of the XML inside a hybrid PDF. */
  xmlAttachment: string | null;
  legalRole: "original" | "duplicate";
  /** The day it leaves the portal. */
  removeAfter: string;
  /** The credit notes and invoices that name this document. */
  corrections: readonly Correction[];
  /** The preceding invoices this document names. */
  corrects: readonly NamedDocument[];
  history: readonly HistoryEntry[];
  /** The day the reader of this page first downloaded it. */
  downloadedOn: string | null;
}
