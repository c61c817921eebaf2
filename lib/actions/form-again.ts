import { now } from "@/lib/clock";
import type { StaleProof } from "@/lib/sign-in/fresh-proof";

/**
 * The answer that shows a form again in the same place, with the typed values, and asks for more: a proof, or the
 * confirmation of a preview. It is only in the response to the form, never in a cookie, because it may contain typed
 * passwords.
 */
export interface FormAgain {
  typed: Readonly<Record<string, string>>;
  /** The proof that an additional field asks for; null when no proof is needed. */
  proofRequest:
    | (Pick<StaleProof, "kind" | "identifier" | "problem"> & {
        /** The wait after too many wrong proofs; "" otherwise. */
        minutes: string;
      })
    | null;
  /** What the action returned for the form to show, such as a preview to confirm: plain values. */
  details: unknown;
  /** Differs each time, so that the form is rendered anew. */
  at: number;
}

/** Makes the answer that shows a form again with `typed`. A file is left out: only the person can choose it again. */
export const formAgain = (
  typed: Record<string, unknown>,
  more: Pick<FormAgain, "proofRequest" | "details">,
): FormAgain => ({
  ...more,
  typed: Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value instanceof File ? [] : [[name, String(value)]])),
  ),
  at: now().getTime(),
});

/** Whether an answer shows a form again and only asks for a proof. It then contains only what was sent. */
export const asksForProof = (shown: Readonly<Record<string, unknown>>): boolean =>
  "proofRequest" in shown && shown.proofRequest !== null && shown.details === null;

/** The answer of an action that shows its form again with `toConfirm`, such as a preview to confirm. */
export interface ToConfirm {
  toConfirm: unknown;
  /** Values that the fields of these names show instead of what was typed, such as the text of an uploaded file. */
  shownValues?: Readonly<Record<string, string>>;
}
