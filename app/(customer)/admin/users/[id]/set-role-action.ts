"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice } from "@/lib/actions/fields";
import { administratorAction } from "@/lib/actions/wrappers";
import { CUSTOMER_ROLES } from "@/lib/roles";
import { setUserRole } from "@/lib/users/set-user-role";
import { userPath } from "./user-path";

/** Makes a colleague an administrator, or a member again. */
export const setRoleAction = administratorAction(
  { role: choice(CUSTOMER_ROLES) },
  async ({ viewer }, { role }, id: string) => {
    const changed = await setUserRole(viewer, id, role);
    return changed.ok ? say(userPath(id), { saved: role }) : refuse(userPath(id), changed);
  },
);
