"use server";

import { refuse, say } from "@/lib/actions/answer";
import { secret, shownPassword } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { enrolSecondFactor } from "@/lib/second-factor/enrol-second-factor";

/** « Vérifier »: enrols with the offer that the page showed. */
export const enrolSecondFactorAction = customerAction(
  { code: secret(), offer: shownPassword() },
  async (session, { code, offer }) => {
    const enrolled = await enrolSecondFactor(session, { code, offer });
    if (!enrolled.ok) return refuse("/profile/security/second-factor", enrolled);
    dispatchSoon();
    return say("/profile/security", { factor: "enrolled" });
  },
);
