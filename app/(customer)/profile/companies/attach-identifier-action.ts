"use server";

import { refuse, say } from "@/lib/actions/answer";
import { secret, text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { readVisitor } from "@/lib/http/visitor";
import { attachIdentifier } from "@/lib/persons/attach-identifier";

const PAGE = "/profile/companies";

/** Attaches the identifier whose password was typed, or comes back to the form and says why not. */
export const attachIdentifierAction = customerAction(
  { identifier: text(320), password: secret() },
  async (session, { identifier, password }) => {
    if (identifier.trim() === "" || password === "") return refuse(PAGE, { reason: "incomplete" });
    const { address } = await readVisitor();
    const result = await attachIdentifier(session, { identifier, password, address });
    if (!result.ok) return refuse(PAGE, result);
    const { companyName, supplierName } = result.account;
    return say(PAGE, { news: "attached", company: companyName, supplier: supplierName });
  },
);
