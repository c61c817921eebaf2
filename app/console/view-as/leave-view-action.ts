"use server";

import { goTo } from "@/lib/actions/answer";
import { viewAsAction } from "@/lib/actions/wrappers";
import { endViewAs } from "@/lib/sign-in/session/end-view-as";

/** « Quitter cette vue »: back to the customer's page in the console. */
export const leaveViewAction = viewAsAction({}, async (session) => {
  await endViewAs(session);
  return goTo(`/console/accounts/${session.viewAs.viewer.accountId}`);
});
