"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { provenCustomerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { resumeSession } from "@/lib/sign-in/session/session";

const PAGE = "/profile/companies";

/** Detaches one of the person's identifiers. If this session came from it by a switch, the user must sign in again. */
export const detachIdentifierAction = provenCustomerAction(
  { user: hidden(64) },
  async (session, { user }) => {
    const result = await detachIdentifier(session, user);
    if (!result.ok && result.reason === "proof_needed") return refuse(PAGE, result);
    dispatchSoon();
    if (!(await resumeSession(session.id))) return say(`/${session.supplier.slug}`, { reason: "signed_out" });
    if (!result.ok) return say(PAGE, { outcome: "not_attached" });
    return say(PAGE, {
      outcome: result.isStillMine ? "still_mine" : "detached",
      identifier: result.identifier,
    });
  },
);
