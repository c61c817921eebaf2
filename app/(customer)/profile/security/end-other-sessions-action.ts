"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choiceOr } from "@/lib/actions/fields";
import { provenCustomerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { endEverything } from "@/lib/persons/end-everything";
import { endSession } from "@/lib/sign-in/session/end-session";
import { resumeSession } from "@/lib/sign-in/session/session";

const PAGE = "/profile/security";

/** Ends every other session of the same user and, if chosen, detaches every identifier. */
export const endOtherSessionsAction = provenCustomerAction(
  { detach: choiceOr(["yes", "no"], "no") },
  async (session, { detach }) => {
    if (detach === "no") return say(PAGE, { ended: await endSession(session, "all") });
    const result = await endEverything(session);
    if (!result.ok) return refuse(PAGE, result);
    dispatchSoon();
    if (!(await resumeSession(session.id))) return say(`/${session.supplier.slug}`, { reason: "signed_out" });
    return say(PAGE, { ended: result.ended, detached: result.detached });
  },
);
