/** The field of the proof, in every form that may come back to ask for one (`components/ui/proof-fields.tsx`). */
export const PROOF_FIELD = "proof";
