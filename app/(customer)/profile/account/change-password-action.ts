"use server";

import { refuse, say } from "@/lib/actions/answer";
import { secret } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { hasSpaceAtEnds } from "@/lib/password-rule";
import { changePassword } from "@/lib/users/change-password";

const PAGE = "/profile/account";
/** The maximum number of identifiers that fit into the flash cookie; `detachedCount` gives the full number. */
const MAX_NAMED_IDENTIFIERS = 8;

/** « Réinitialiser mon mot de passe » (R25). */
export const changePasswordAction = customerAction(
  { current: secret(), password: secret(), confirmation: secret() },
  async (session, typed) => {
    const result = await changePassword(session, typed);
    if (!result.ok) {
      const refusal = { ...result, hasSpaceAtEnds: hasSpaceAtEnds(typed.current) };
      return refuse(PAGE, refusal, `${PAGE}#password-form`);
    }
    dispatchSoon();
    const { detached } = result;
    const facts = {
      saved: "password",
      detached: detached.slice(0, MAX_NAMED_IDENTIFIERS),
      detachedCount: detached.length,
    };
    // The message is at the top of the page, which on a phone is far above the form.
    return say(PAGE, facts, `${PAGE}#saved`);
  },
);
