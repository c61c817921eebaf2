import type { ImportField } from "./import-fields";

/** Why a line is not applied. The page explains the reason and says what to do. */
export type RefusalReason =
  | "number_missing"
  /** Several accounts have this number with different leading zeros. */
  | "number_ambiguous"
  /** A number such as 2,04E+05: the spreadsheet has removed digits. */
  | "number_shortened"
  | "twice"
  | "name_missing"
  | "closed"
  | "siren_differs"
  | "address_incomplete"
  | "formula_failed"
  | "cannot_be_removed"
  | "choice_unknown"
  | "date_invalid"
  | "value_invalid"
  | "value_too_long";

export interface Refusal {
  reason: RefusalReason;
  field?: ImportField;
  /** What the cell says. */
  value?: string;
  /** The recorded value that it contradicts. */
  recorded?: string;
  /** How many characters the cell may have. */
  max?: number;
  /** The other line of the file. */
  line?: number;
}
