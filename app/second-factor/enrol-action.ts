"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { hidden, secret, shownPassword } from "@/lib/actions/fields";
import { secondFactorAction } from "@/lib/actions/wrappers";
import { returnPath } from "@/lib/http/return-path";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { enrolAtSignIn } from "@/lib/second-factor/enrol-second-factor";
import { keepSessionCookie } from "./keep-session-cookie";
import { secondFactorPath } from "./second-factor-path";

/**
 * « Vérifier » at the first sign-in of staff. A refused form is shown again with the same secret and recovery codes.
 */
export const enrolAction = secondFactorAction(
  { code: secret(), offer: shownPassword(), next: hidden(500) },
  async (waiting, { code, offer, next: requested }) => {
    const next = returnPath(requested);
    const to = secondFactorPath(next);
    if (waiting.state !== "enrol") return goTo(to);
    const enrolled = await enrolAtSignIn(waiting, { offer, code });
    if (!enrolled.ok) return refuse("/second-factor", enrolled, to);
    dispatchSoon();
    await keepSessionCookie(enrolled);
    return goTo(next ?? "/invoices");
  },
);
