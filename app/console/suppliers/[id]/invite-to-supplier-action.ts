"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choiceOr, text } from "@/lib/actions/fields";
import { provenOperatorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { LOCALES } from "@/lib/languages";
import { inviteToSupplier } from "@/lib/operators/invite-to-supplier";
import { supplierPath } from "../supplier-path";

/** « Inviter le premier gestionnaire »: again, or at another address. */
export const inviteToSupplierAction = provenOperatorAction(
  { name: text(200), email: text(300), locale: choiceOr(LOCALES, "fr") },
  async (session, wanted, id: string) => {
    const page = supplierPath(id);
    const invited = await inviteToSupplier(session, id, wanted);
    if (!invited.ok) return refuse(page, { ...invited, action: "invite" });
    dispatchSoon();
    return say(page, { done: "invited", email: invited.email });
  },
);
