import type { StaleProof } from "@/lib/sign-in/fresh-proof";

/**
 * The answer that shows a form again where it is, with everything that was typed and one field more: the proof. It is
 * in the response to the form only, never in a cookie, because it holds passwords that were typed.
 */
export interface ProofAsked {
  asked: Pick<StaleProof, "kind" | "identifier" | "problem"> & {
    /** The wait after too many wrong proofs; "" otherwise. */
    minutes: string;
    /** Differs each time, so that the form is rendered anew. */
    at: number;
  };
  typed: Readonly<Record<string, string>>;
}
