"use server";

import { RenewedCodes } from "@/components/second-factor/renewed-codes";
import { refuse, showInPlace } from "@/lib/actions/answer";
import { provenCustomerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { renewRecoveryCodes } from "@/lib/second-factor/renew-recovery-codes";

/** « Remplacer les codes de secours »: shows the new ones once, in the form's place. */
export const renewCodesAction = provenCustomerAction(
  {},
  async (session) => {
    const renewed = await renewRecoveryCodes(session);
    if (!renewed.ok) return refuse("/profile/security", renewed);
    dispatchSoon();
    return showInPlace({ recoveryCodes: renewed.recoveryCodes });
  },
  RenewedCodes,
);
