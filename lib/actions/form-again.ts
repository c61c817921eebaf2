import { now } from "@/lib/clock";
import type { StaleProof } from "@/lib/sign-in/fresh-proof";

/**
 * The answer that shows a form again where it is, with everything that was typed, and asks for more: a proof, or to
 * confirm what was read from it. It is in the response to the form only, never in a cookie, because it holds passwords
 * that were typed.
 */
export interface FormAgain {
  typed: Readonly<Record<string, string>>;
  /** The proof that one more field asks for. */
  asked:
    | (Pick<StaleProof, "kind" | "identifier" | "problem"> & {
        /** The wait after too many wrong proofs; "" otherwise. */
        minutes: string;
      })
    | null;
  /** What was read from the form, to confirm: plain values that a component of this form shows. */
  read: unknown;
  /** Differs each time, so that the form is rendered anew. */
  at: number;
}

/** Makes the answer that shows a form again with `typed`. */
export const formAgain = (
  typed: Record<string, unknown>,
  more: Pick<FormAgain, "asked" | "read">,
): FormAgain => ({
  ...more,
  typed: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)])),
  at: now().getTime(),
});

/** Whether an answer shows a form again and only asks for a proof. It then contains only what was sent. */
export const asksForProof = (shown: Readonly<Record<string, unknown>>): boolean =>
  "asked" in shown && shown.asked !== null && shown.read === null;

/** The answer of an action that lets the person confirm `read`, what it read from the form. */
export interface ToConfirm {
  toConfirm: unknown;
}
