import { sql } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import type { Minor } from "@/lib/money";

/** Sums of documents in one currency: invoices as written; credit notes separately, as zero or a negative amount. */
export interface Spend {
  invoicesMinor: Minor;
  creditNotesMinor: Minor;
  invoiceCount: number;
  creditNoteCount: number;
}

export const NO_SPEND: Spend = {
  invoicesMinor: 0n,
  creditNotesMinor: 0n,
  invoiceCount: 0,
  creditNoteCount: 0,
};

/** Returns the total of invoices and credit notes. Amounts of credit notes are negative, so both are added. */
export const netOf = (spend: Spend): Minor => spend.invoicesMinor + spend.creditNotesMinor;

/** Returns the number of documents in the sums. */
export const documentsOf = (spend: Spend): number => spend.invoiceCount + spend.creditNoteCount;

/** Adds up several sums. */
export function totalOf(spends: readonly Spend[]): Spend {
  return spends.reduce(
    (total, one) => ({
      invoicesMinor: total.invoicesMinor + one.invoicesMinor,
      creditNotesMinor: total.creditNotesMinor + one.creditNotesMinor,
      invoiceCount: total.invoiceCount + one.invoiceCount,
      creditNoteCount: total.creditNoteCount + one.creditNoteCount,
    }),
    NO_SPEND,
  );
}

const isInvoice = sql`${invoices.type} = 'invoice'`;
const isCreditNote = sql`${invoices.type} = 'credit_note'`;

/**
 * The columns of a `Spend` in a grouped query, exact: PostgreSQL sums `bigint` as `numeric`.
 */
export const spendColumns = {
  invoicesMinor: sql`coalesce(sum(${invoices.signedWithVatMinor}) filter (where ${isInvoice}), 0)::text`
    .mapWith(BigInt)
    .as("invoices_minor"),
  creditNotesMinor: sql`coalesce(sum(${invoices.signedWithVatMinor}) filter (where ${isCreditNote}), 0)::text`
    .mapWith(BigInt)
    .as("credit_notes_minor"),
  invoiceCount: sql<number>`count(*) filter (where ${isInvoice})::int`.as("invoice_count"),
  creditNoteCount: sql<number>`count(*) filter (where ${isCreditNote})::int`.as("credit_note_count"),
};
