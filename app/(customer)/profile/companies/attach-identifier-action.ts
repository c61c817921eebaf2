"use server";

import { refuse, say } from "@/lib/actions/answer";
import { secret, text } from "@/lib/actions/fields";
import { provenCustomerAction } from "@/lib/actions/wrappers";
import { readVisitor } from "@/lib/http/visitor";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { hasSpaceAtEnds } from "@/lib/password-rule";
import { attachIdentifier } from "@/lib/persons/attach-identifier";

const PAGE = "/profile/companies";

/** Attaches the identifier if its password is correct; else shows the form again with the reason. */
export const attachIdentifierAction = provenCustomerAction(
  { identifier: text(320), password: secret(), code: secret() },
  async (session, { identifier, password, code }) => {
    if (identifier.trim() === "" || password === "") return refuse(PAGE, { reason: "incomplete" });
    const { address, device } = await readVisitor();
    const result = await attachIdentifier(session, { identifier, password, code, address, device });
    if (!result.ok) return refuse(PAGE, { ...result, hasSpaceAtEnds: hasSpaceAtEnds(password) });
    dispatchSoon();
    const { companyName, supplierName } = result.account;
    return say(PAGE, { outcome: "attached", company: companyName, supplier: supplierName });
  },
);
