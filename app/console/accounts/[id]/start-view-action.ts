"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { hidden, text } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { LONGEST_REASON, startViewAs } from "@/lib/sign-in/session/start-view-as";
import { accountPath } from "./account-path";

/** « Voir comme ce client »: shows the portal as one of the account's users sees it. */
export const startViewAction = supplierStaffAction(
  { user: hidden(36), reason: text(LONGEST_REASON + 1) },
  async (session, { user: userId, reason }, id: string) => {
    const started = await startViewAs(session, { userId, reason });
    return started.ok ? goTo("/invoices") : refuse(accountPath(id), { ...started, action: "view_as" });
  },
);
