"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice, hidden } from "@/lib/actions/fields";
import { provenSupplierManagerAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { changeStaff } from "@/lib/users/staff/change-staff";
import { STAFF_CHANGE_CHOICES } from "@/lib/users/staff/staff-changes";
import { actingManager } from "./session-actor";

const PAGE = "/console/staff";

/** Changes a colleague's role or access, or sends the invitation again. */
export const changeStaffAction = provenSupplierManagerAction(
  { do: choice(STAFF_CHANGE_CHOICES), user: hidden(36) },
  async (session, { do: wanted, user: id }) => {
    const changed = await changeStaff(actingManager(session), id, wanted);
    if (!changed.ok) return refuse(PAGE, { ...changed, action: wanted });
    dispatchSoon();
    return say(PAGE, { done: wanted, name: changed.name, email: changed.email });
  },
);
