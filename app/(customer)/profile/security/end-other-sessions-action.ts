"use server";

import { say } from "@/lib/actions/answer";
import { customerAction } from "@/lib/actions/wrappers";
import { endSession } from "@/lib/sign-in/session/end-session";

/** Ends every other session of the same user. */
export const endOtherSessionsAction = customerAction({}, async (session) =>
  say("/profile/security", { ended: await endSession(session, "all") }),
);
