"use server";

import { goTo, refuse, say } from "@/lib/actions/answer";
import { secret } from "@/lib/actions/fields";
import { provenCustomerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { attachByLink } from "@/lib/persons/attach-by-link";

const PAGE = "/profile/companies";

/** Consumes the mailed link of an attachment. If that is not possible, shows the link's page with the reason. */
export const attachByLinkAction = provenCustomerAction(
  { secret: secret() },
  async (session, { secret: token }) => {
    const result = await attachByLink(session, token);
    if (result.ok) {
      dispatchSoon();
      const { companyName, supplierName } = result.account;
      return say(PAGE, { news: "attached", company: companyName, supplier: supplierName });
    }
    if (result.reason === "proof_needed") return refuse(PAGE, result);
    if (result.reason === "already_mine" || result.reason === "same_account") return refuse(PAGE, result);
    return goTo(`${PAGE}/attach/${encodeURIComponent(token || "none")}`);
  },
);
