"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { provenCustomerAction } from "@/lib/actions/wrappers";
import { checkFreshProof } from "@/lib/sign-in/fresh-proof";

/** « Activer »: redirects to the page that shows the secret. Needs fresh proof. */
export const startEnrolmentAction = provenCustomerAction({}, async (session) => {
  const proof = await checkFreshProof(session);
  return proof.ok ? goTo("/profile/security/second-factor") : refuse("/profile/security", proof);
});
