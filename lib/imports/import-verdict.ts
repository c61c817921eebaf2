import { VERDICTS } from "@/db/schema/account-imports";
import type { AccountField } from "@/lib/accounts/account-values";
import type { Refusal } from "./import-refusal";

export { VERDICTS };

export type Verdict = (typeof VERDICTS)[number];

/** A value that the line changes. */
export interface Difference {
  field: AccountField;
  from: string | null;
  to: string | null;
}

/** A value that the line would bring back, although the console replaced it or mails to it were refused permanently. */
export interface OldValue {
  field: AccountField;
  /** The value in the file; null when the line removes the value. */
  value: string | null;
  /** The recorded value, which stays. */
  kept: string | null;
  why: "replaced" | "bounced";
  /** When it was replaced or refused, ISO 8601. */
  at: string;
}

/** The verdict on a line, with its effects and reasons. */
export interface Judgement {
  /** `superseded`: the line would only bring back old values. Ticking the line does not change this verdict. */
  verdict: Verdict;
  customerNumber: string | null;
  companyName: string | null;
  /** The SIREN of the line, or the recorded one. */
  siren: string | null;
  /** The address of the line, or the recorded one. */
  email: string | null;
  accountId: string | null;
  /** The values that the line changes. Old values are among them only when somebody ticked the line. */
  differences: Difference[];
  oldValues: OldValue[];
  refusal: Refusal | null;
  /** The leading zeros that the spreadsheet had removed from the customer number. */
  restoredZeros: string;
  /** Whether a new address waits for the next invoice, because the account is activated. */
  waitsForInvoice: boolean;
}
