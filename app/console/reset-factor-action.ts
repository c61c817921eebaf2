"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { provenManagerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { resetSecondFactor } from "@/lib/second-factor/reset-second-factor";
import { accountPath } from "./accounts/[id]/account-path";

/** « Réinitialiser le second facteur » of a member of staff, or of a user of `account`. */
export const resetFactorAction = provenManagerAction(
  { user: hidden(36) },
  async (session, { user: userId }, account: string) => {
    const page = account === "" ? "/console/staff" : accountPath(account);
    const reset = await resetSecondFactor(session, userId);
    if (!reset.ok) return refuse(page, { ...reset, action: "factor" });
    dispatchSoon();
    return say(page, { done: "factor_reset" });
  },
);
