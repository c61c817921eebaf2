"use server";

import { refuse, say } from "@/lib/actions/answer";
import { provenCustomerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { removeSecondFactor } from "@/lib/second-factor/remove-second-factor";

const PAGE = "/profile/security";

/** « Désactiver »: removes the second factor. */
export const removeSecondFactorAction = provenCustomerAction({}, async (session) => {
  const removed = await removeSecondFactor(session);
  if (!removed.ok) return refuse(PAGE, removed);
  dispatchSoon();
  return say(PAGE, { factor: "removed" });
});
