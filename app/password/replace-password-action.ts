"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { secret } from "@/lib/actions/fields";
import { passwordChangeAction } from "@/lib/actions/wrappers";
import { replaceDefaultPassword } from "@/lib/sign-in/password/replace-default-password";

/** Replaces a default password. All other users change their password in their profile. */
export const replacePasswordAction = passwordChangeAction(
  { password: secret(), confirmation: secret() },
  async (session, typed) => {
    const result = await replaceDefaultPassword(session, typed);
    return result.ok ? goTo("/invoices") : refuse("/password", { reason: "refused", faults: result.faults });
  },
);
