import type { Amount } from "@/components/ui/amount";

/** What some documents come to: invoices, credit notes apart (never above zero), and both together. */
export interface SpendShown {
  invoices: Amount;
  creditNotes: Amount;
  net: Amount;
  invoiceCount: number;
  creditNoteCount: number;
}

/** A month `YYYY-MM` and the list of its documents; `href` is null when it has none. */
export type MonthShown = SpendShown & { month: string; href: string | null; isCurrent: boolean };

/** A month of the last twelve beside the same month a year earlier. */
export interface MonthPair {
  now: MonthShown;
  before: MonthShown;
}

/** A line of the breakdown; see the words of each kind in the messages. */
export type NameShown = SpendShown & {
  kind: "named" | "others" | "several" | "unnamed";
  /** The contract or vehicle of a `named` line. */
  name: string | null;
  /** How many `others` there are. */
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
