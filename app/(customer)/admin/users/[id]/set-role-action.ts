"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice } from "@/lib/actions/fields";
import { provenAdministratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { CUSTOMER_ROLES } from "@/lib/roles";
import { setUserRole } from "@/lib/users/set-user-role";
import { actingAdministrator } from "../acting-administrator";
import { userPath } from "./user-path";

/** Makes a colleague an administrator, or a member again. */
export const setRoleAction = provenAdministratorAction(
  { role: choice(CUSTOMER_ROLES) },
  async (session, { role }, id: string) => {
    const changed = await setUserRole(actingAdministrator(session), id, role);
    if (changed.ok) dispatchSoon();
    return changed.ok ? say(userPath(id), { saved: role }) : refuse(userPath(id), changed);
  },
);
