import type { Amount } from "@/components/invoices/amount";

/** Another document this one credits or is credited by; without an id it is not (or no longer) here. */
export type LinkedDocument = {
  id: string | null;
  number: string;
  issuedOn: string | null;
  totalWithVat: Amount | null;
};

/** What happened to the invoice, newest first; instants are milliseconds since 1970. */
export type HistoryEntry =
  | { kind: "deposited"; at: number; by: string; ledgerEntry: string | null }
  | { kind: "opened"; at: number; by: string }
  | { kind: "downloaded"; at: number; by: string }
  | { kind: "withdrawn"; at: number; by: string };

/** One invoice as its page shows it. Dates are `YYYY-MM-DD`. */
export type InvoiceDetail = {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
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
  legalRole: "original" | "duplicate";
  /** The day it leaves the portal. */
  removeAfter: string;
  /** The credit notes that correct this invoice. */
  creditedBy: readonly LinkedDocument[];
  /** The invoices this credit note corrects. */
  credits: readonly LinkedDocument[];
  history: readonly HistoryEntry[];
};
