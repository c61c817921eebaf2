"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice } from "@/lib/actions/fields";
import { provenAdministratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { setUserStatus } from "@/lib/users/set-user-status";
import { actingAdministrator } from "../acting-administrator";
import { userPath } from "./user-path";

/** Disables a colleague's access, or enables it again. */
export const setStatusAction = provenAdministratorAction(
  { status: choice(["active", "disabled"]) },
  async (session, { status }, id: string) => {
    const changed = await setUserStatus(actingAdministrator(session), id, status);
    if (changed.ok) dispatchSoon();
    return changed.ok ? say(userPath(id), { saved: status }) : refuse(userPath(id), changed);
  },
);
