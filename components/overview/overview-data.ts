import type { Amount } from "@/components/ui/amount";

/** The totals of some documents: invoices, credit notes (never above zero) and the sum of both. */
export interface SpendShown {
  invoices: Amount;
  creditNotes: Amount;
  net: Amount;
  invoiceCount: number;
  creditNoteCount: number;
}

/** The totals of a month `YYYY-MM`; `href` links to the list of its documents and is null without documents. */
export type MonthShown = SpendShown & { month: string; href: string | null; isCurrent: boolean };

/** One of the last twelve months, with the same month one year earlier. */
export interface MonthPair {
  now: MonthShown;
  before: MonthShown;
}

/** One line of the breakdown; the messages have a text for each kind. */
export type NameShown = SpendShown & {
  kind: "named" | "others" | "several" | "unnamed";
  /** The contract or vehicle of a `named` line. */
  name: string | null;
  /** The number of names in the line `others`. */
  names: number;
  href: string | null;
};

export type Dimension = "contract" | "vehicle";

export interface Comparison {
  year: number;
  from: string;
  through: string;
  current: Amount;
  before: Amount | null;
  percent: number | null;
  firstBefore: string | null;
}
