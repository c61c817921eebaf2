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

/** The answer of an action that lets the person confirm `read`, what it read from the form. */
export interface ToConfirm {
  toConfirm: unknown;
}
