"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { hidden, secret } from "@/lib/actions/fields";
import { secondFactorAction } from "@/lib/actions/wrappers";
import { returnPath } from "@/lib/http/return-path";
import { readVisitor } from "@/lib/http/visitor";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { landingPath } from "@/lib/persons/landing-path";
import { giveCode } from "@/lib/second-factor/give-code";
import { resumeSession } from "@/lib/sign-in/session/session";
import { keepSessionCookie } from "./keep-session-cookie";
import { secondFactorPath } from "./second-factor-path";

/** The first page of the session that the code opened. */
async function landingAfter(sessionId: string): Promise<string> {
  const session = await resumeSession(sessionId);
  return session ? landingPath(session) : "/invoices";
}

/** « Vérifier »: accepts the code after the password or on a locked screen, then shows the requested page. */
export const giveCodeAction = secondFactorAction(
  { code: secret(), recovery: secret(), next: hidden(500) },
  async (waiting, { code, recovery, next: requested }) => {
    const next = returnPath(requested);
    const typed = recovery.trim() === "" ? code : recovery;
    const to = secondFactorPath(next);
    if (typed.trim() === "") return refuse("/second-factor", { reason: "incomplete" }, to);
    const given = await giveCode(waiting, { ...(await readVisitor()), code: typed });
    if (!given.ok) {
      const field = typed === recovery ? "recovery" : "code";
      return refuse("/second-factor", { ...given, field }, to);
    }
    if (typed === recovery) dispatchSoon();
    await keepSessionCookie(given);
    return goTo(next ?? (await landingAfter(given.sessionId)));
  },
);
