"use server";

import { refuse, say } from "@/lib/actions/answer";
import { provenSupplierManagerAction } from "@/lib/actions/wrappers";
import { checkDomain } from "@/lib/settings/domain/check-domain";
import { MAILS } from "../settings-paths";

const PLACE = `${MAILS}#domain`;

/** Checks the domain of the sender's address at the mail provider and in the DNS. */
export const checkDomainAction = provenSupplierManagerAction({}, async (session) => {
  const checked = await checkDomain(session);
  return checked.ok
    ? say(MAILS, { done: "domain_checked", section: "domain" }, PLACE)
    : refuse(MAILS, { ...checked, section: "domain" }, PLACE);
});
