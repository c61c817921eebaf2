"use server";

import { undoAddressChange } from "@/lib/accounts/address-change/undo-address-change";
import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { provenSupplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { pageOfChange } from "./page-of-change";

/**
 * « Annuler »: undoes a change of address, which is possible until the new person has activated; `group` is the id of
 * the change.
 */
export const undoAddressAction = provenSupplierStaffAction(
  { group: hidden(36) },
  async (session, { group }, accountId: string) => {
    const page = pageOfChange("account", accountId);
    const undone = await undoAddressChange(session, group);
    if (!undone.ok)
      return refuse(page, undone.reason === "proof_needed" ? undone : { ...undone, action: "undo" });
    dispatchSoon();
    return say(page, { done: "address_undone" });
  },
);
