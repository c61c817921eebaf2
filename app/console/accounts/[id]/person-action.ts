"use server";

import { liftBlock } from "@/lib/accounts/one/people/lift-block";
import { PERSON_ACTIONS } from "@/lib/accounts/one/people/person-actions";
import { sendAccessLink } from "@/lib/accounts/one/people/send-access-link";
import { setAccess } from "@/lib/accounts/one/people/set-access";
import { refuse, say } from "@/lib/actions/answer";
import { choice, hidden } from "@/lib/actions/fields";
import { provenSupplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { accountPath } from "./account-path";
import { actingStaff } from "./acting-staff";

const DONE = {
  send_link: "link_sent",
  lift_block: "block_lifted",
  administrator: "administrator",
  disabled: "disabled",
  active: "active",
} as const;

/** Sends a person of the account a new access link, lifts a block, or changes the person's role or access. */
export const personAction = provenSupplierStaffAction(
  { do: choice(PERSON_ACTIONS), person: hidden(36) },
  async (session, { do: wanted, person }, id: string) => {
    const staff = actingStaff(session);
    const page = accountPath(id);
    const changed =
      wanted === "send_link"
        ? await sendAccessLink(staff, id, person)
        : wanted === "lift_block"
          ? await liftBlock(staff, id, person)
          : await setAccess(staff, id, person, wanted);
    if (!changed.ok) return refuse(page, { ...changed, action: "person" });
    dispatchSoon();
    return say(page, { done: DONE[wanted] });
  },
);
