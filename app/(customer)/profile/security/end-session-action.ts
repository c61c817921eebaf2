"use server";

import { say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { endSession } from "@/lib/sign-in/session/end-session";

/** Ends one other session of the same user. */
export const endSessionAction = customerAction({ session: hidden(36) }, async (session, { session: id }) =>
  say("/profile/security", { ended: await endSession(session, { id }) }),
);
