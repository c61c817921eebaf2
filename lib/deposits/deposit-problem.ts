/** One reason why a deposit is refused, or (as a warning) something the supplier should know. Types are stable. */
export interface DepositProblem {
  type: ProblemType;
  /** The metadata field or business term concerned. */
  field?: string;
  /** In English, for the supplier's developer; says what to do. */
  detail: string;
}

type ProblemType =
  | "file_unreadable"
  | "metadata_invalid"
  | "metadata_contradicts_file"
  | "field_missing"
  | "field_invalid"
  | "customer_unknown"
  | "customer_ambiguous"
  | "customer_closed"
  | "buyer_contradicts_account"
  | "issued_before_start"
  | "issued_long_ago"
  | "issued_in_future"
  | "active_content"
  | "invoice_inside_ignored"
  | "value_ignored";
