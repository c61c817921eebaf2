"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice } from "@/lib/actions/fields";
import { administratorAction } from "@/lib/actions/wrappers";
import { setUserStatus } from "@/lib/users/set-user-status";
import { userPath } from "./user-path";

/** Disables a colleague's access, or enables it again. */
export const setStatusAction = administratorAction(
  { status: choice(["active", "disabled"]) },
  async ({ viewer }, { status }, id: string) => {
    const changed = await setUserStatus(viewer, id, status);
    return changed.ok ? say(userPath(id), { saved: status }) : refuse(userPath(id), changed);
  },
);
