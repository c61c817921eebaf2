/**
 * The name of the field for fresh proof, in each form that may be shown again to ask for it
 * (`components/ui/proof-fields.tsx`).
 */
export const PROOF_FIELD = "proof";
