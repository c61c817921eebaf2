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

/** A row of PostgreSQL with the columns of a `Spend`: amounts as text, because they may exceed 64 bits. */
export interface SpendRow extends Record<string, unknown> {
  invoices: string;
  creditNotes: string;
  invoiceCount: number;
  creditNoteCount: number;
}

/** Reads the columns of a `Spend`. */
export const spendOf = ({ invoices, creditNotes, invoiceCount, creditNoteCount }: SpendRow): Spend => ({
  invoicesMinor: BigInt(invoices),
  creditNotesMinor: BigInt(creditNotes),
  invoiceCount,
  creditNoteCount,
});

/** Sums with their net. */
export interface SpendView extends Spend {
  netMinor: Minor;
}

/** Adds the net to sums. */
export const withNet = <T extends Spend>(spend: T): T & SpendView => ({ ...spend, netMinor: netOf(spend) });
