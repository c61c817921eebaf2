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
  | "number_taken"
  | "file_elsewhere"
  | "issued_before_start"
  | "issued_long_ago"
  | "issued_in_future"
  | "active_content"
  | "invoice_inside_ignored"
  | "value_ignored";

/** The problem of metadata that says something else than the file. */
export const contradiction = (name: string, inFile: string, inMetadata: string): DepositProblem => ({
  type: "metadata_contradicts_file",
  field: name,
  detail: `metadata says ${name} ${inMetadata}, the file says ${inFile}. The file decides: correct or leave out the metadata.`,
});
