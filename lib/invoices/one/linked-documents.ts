import { type PlainDate, todayIn } from "@/lib/dates";
import { invoicePath, removedPath } from "@/lib/invoices/filter/invoice-paths";
import type { Minor } from "@/lib/money";
import type { CorrectingInvoice, InvoiceDetails, LinkedInvoice } from "./get-invoice";

/**
 * The kind of a document, which says what it does to the documents it refers to: a credit note reduces them, a
 * corrective invoice replaces them.
 */
export type DocumentKind = "invoice" | "corrective_invoice" | "credit_note";

/** An invoice may refer to preceding ones without correcting them: a final invoice lists its instalments (BG-3). */
export function documentKind({ type, typeCode }: Pick<LinkedInvoice, "type" | "typeCode">): DocumentKind {
  if (type === "credit_note") return "credit_note";
  return typeCode === "384" ? "corrective_invoice" : "invoice";
}

/** Another document that refers to this one. */
export interface Correction extends CorrectingInvoice {
  kind: DocumentKind;
  href: string;
}

export const corrections = (
  { correctedBy }: Pick<InvoiceDetails, "correctedBy">,
  listQuery: string,
): Correction[] =>
  correctedBy.map((correction) => ({
    ...correction,
    kind: documentKind(correction),
    href: invoicePath(correction.id, listQuery),
  }));

/** Another document that this one refers to. */
export interface NamedDocument {
  number: string;
  issuedOn: PlainDate | null;
  /** The document, or its data in the ledger after removal (R15); null if it never was in the account. */
  href: string | null;
  /** The day (supplier's time zone) on which its original was removed at the end of retention. */
  removedOn: PlainDate | null;
}

export const namedDocuments = (
  { corrects }: Pick<InvoiceDetails, "corrects">,
  { listQuery, timeZone }: { listQuery: string; timeZone: string },
): NamedDocument[] =>
  corrects.map(({ number, issuedOn, found, removed }) => ({
    number,
    issuedOn: found?.issuedOn ?? removed?.issuedOn ?? issuedOn,
    href: found ? invoicePath(found.id, listQuery) : removed && removedPath(number, "own"),
    removedOn: removed && todayIn(timeZone, removed.removedAt.getTime()),
  }));

/** The amounts credited on an invoice, and the total that remains. */
export interface Credited {
  /** Amounts never above zero. */
  creditNotes: { id: string; number: string; amountMinor: Minor }[];
  netMinor: Minor;
}

/**
 * Returns null when nothing is credited, and when the result would be a guess: a corrective invoice replaces the
 * amount, a credit note for several invoices does not say how much of it is for each, and for another currency there is
 * no exchange rate.
 */
export function credited(
  { type, currency, signedWithVatMinor }: Pick<InvoiceDetails, "type" | "currency" | "signedWithVatMinor">,
  found: readonly Pick<
    Correction,
    "id" | "number" | "kind" | "namesOthers" | "currency" | "signedWithVatMinor"
  >[],
): Credited | null {
  if (type === "credit_note" || found.length === 0) return null;
  const isCertain = found.every(
    (one) => one.kind === "credit_note" && !one.namesOthers && one.currency === currency,
  );
  if (!isCertain) return null;
  const creditNotes = found.map(({ id, number, signedWithVatMinor: amountMinor }) => ({
    id,
    number,
    amountMinor,
  }));
  const netMinor = creditNotes.reduce((net, { amountMinor }) => net + amountMinor, signedWithVatMinor);
  return { creditNotes, netMinor };
}
