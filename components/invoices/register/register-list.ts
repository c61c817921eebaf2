import type { Amount, Count } from "@/components/ui/amount";

export interface RegisterRow {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  /** Plain dates `YYYY-MM-DD`. */
  issuedOn: string;
  dueOn: string | null;
  contracts: readonly string[];
  vehicles: readonly string[];
  totalWithoutVat: Amount | null;
  totalWithVat: Amount;
  /** What the reader did with it; a plain date where it was downloaded. */
  reading: { kind: "new" | "seen" } | { kind: "downloaded"; on: string };
  /** Deposited since the reader last came, and not opened yet. */
  isSinceLastVisit: boolean;
  /** Whose it is, where the list is about several companies. */
  company: string | null;
  /** Of another company than the one open: its page leads there first; its original is taken as its own user. */
  isElsewhere: boolean;
}

/** What is added up of one currency; without VAT only where every invoice says it. */
export interface RegisterTotal {
  withVat: Amount;
  withoutVat: Amount | null;
}

export interface RegisterMonth {
  count: Count;
  totals: readonly RegisterTotal[];
  /** Those the reader has not downloaded, and where to take them; null when there are none or counting stopped. */
  remaining: { count: number; href: string } | null;
}

export type SortColumn = "date" | "due" | "number" | "amount";

/** How the list is sorted, and where each column's head leads. */
export interface RegisterSort {
  by: SortColumn;
  isAscending: boolean;
  hrefs: Readonly<Record<SortColumn, string>>;
}
