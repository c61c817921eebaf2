"use server";

import { goTo, refuse, say } from "@/lib/actions/answer";
import { secret } from "@/lib/actions/fields";
import { provenCustomerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { attachByLink } from "@/lib/persons/attach-by-link";

const PAGE = "/profile/companies";

/**
 * Attaches the identifier of a mailed link. The companies page shows the result, also when the identifier or its account
 * was already the person's. After other refusals the link's page opens again.
 */
export const attachByLinkAction = provenCustomerAction(
  { secret: secret() },
  async (session, { secret: token }) => {
    const result = await attachByLink(session, token);
    if (result.ok) {
      dispatchSoon();
      const { companyName, supplierName } = result.account;
      return say(PAGE, { outcome: "attached", company: companyName, supplier: supplierName });
    }
    if (result.reason === "proof_needed") return refuse(PAGE, result);
    if (result.reason === "already_mine" || result.reason === "same_account") return refuse(PAGE, result);
    return goTo(`${PAGE}/attach/${encodeURIComponent(token || "none")}`);
  },
);
