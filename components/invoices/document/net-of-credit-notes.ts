import type { InvoiceDetail } from "@/components/invoices/document/invoice-detail";

/**
 * What credit notes leave of an invoice, in its currency's smallest unit. Null when nothing is credited, and wherever
 * the figure would be a guess: a corrective invoice replaces the amount, a credit note for several invoices does not
 * say each one's part, another currency has no rate.
 */
export function netOfCreditNotes({ type, totalWithVat, corrections }: InvoiceDetail): bigint | null {
  if (type === "credit_note" || corrections.length === 0) return null;
  const isWholly = corrections.every(
    (one) =>
      one.kind === "credit_note" && !one.namesOthers && one.totalWithVat.currency === totalWithVat.currency,
  );
  if (!isWholly) return null;
  return corrections.reduce((net, one) => net + takenAway(one.totalWithVat.minor), totalWithVat.minor);
}

/** A credit note takes away, whether its total is written negative (type 380) or positive (type 381). */
export function takenAway(minor: bigint): bigint {
  return minor > 0n ? -minor : minor;
}
