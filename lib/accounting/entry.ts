import type { Minor } from "@/lib/money";

/** Why a line of an entry needs somebody: what the invoice or the settings do not say. */
export const GAPS = [
  "gross_only",
  "rate_unknown",
  "recovery_unknown",
  "no_vat_account",
  "no_lines",
  "no_kind",
  "not_on_lines",
  "no_charge_account",
  "reverse_charge",
  "difference",
] as const;

export type Gap = (typeof GAPS)[number];

/** One line of an entry. Its amount is positive at the debit and negative at the credit, never zero. */
export interface EntryLine {
  role: "charge" | "vat" | "suspense" | "supplier";
  account: string;
  /** The name of the account, for the layouts that have one. */
  accountName: string;
  label: string;
  amount: Minor;
  contract: string | null;
  vehicle: string | null;
  analyticCode: string;
  gap: Gap | null;
}

/** The entry of one document: its lines add up to zero. None when all amounts of the document are zero. */
export interface Entry {
  number: string;
  type: "invoice" | "credit_note";
  issuedOn: string;
  dueOn: string | null;
  currency: string;
  sellerName: string;
  lines: EntryLine[];
}

/** The lines as JSON, without amounts that JSON would round. */
export const storedLines = (lines: readonly EntryLine[]): unknown[] =>
  lines.map(({ amount, ...line }) => ({ ...line, amount: String(amount) }));

/** The lines that `storedLines` made. */
export const readStoredLines = (stored: readonly unknown[]): EntryLine[] =>
  (stored as (Omit<EntryLine, "amount"> & { amount: string })[]).map(({ amount, ...line }) => ({
    ...line,
    amount: BigInt(amount),
  }));
