import type { QuickPeriodName } from "@/lib/invoices/filter/quick-periods";

/** One field of the filter: what stands in it, and what is wrong with that. */
export interface FilterField {
  value: string;
  fault?: "not_a_date" | "not_an_amount" | "ends_before_start" | "below_min" | undefined;
}

export interface FilterValues {
  q: string;
  from: FilterField;
  to: FilterField;
  type: "invoice" | "credit_note" | null;
  min: FilterField;
  max: FilterField;
  contract: string;
  vehicle: string;
  isNew: boolean;
  /** As URLs write it. */
  sort: string;
  /** Every company the person may open. */
  isAllCompanies: boolean;
}

/** A period one click away. */
export interface QuickPeriod {
  name: QuickPeriodName;
  href: string;
  isCurrent: boolean;
}
