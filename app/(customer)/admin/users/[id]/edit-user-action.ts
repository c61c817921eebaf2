"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { provenAdministratorAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { editUser } from "@/lib/users/edit-user";
import { actingAdministrator } from "../acting-administrator";
import { userPath } from "./user-path";

/** Corrects a colleague's name and address. */
export const editUserAction = provenAdministratorAction(
  { name: text(400), email: text(400) },
  async (session, typed, id: string) => {
    const edited = await editUser(actingAdministrator(session), id, typed);
    if (edited.ok) dispatchSoon();
    return edited.ok ? say(userPath(id), { saved: "edited" }) : refuse(userPath(id), edited);
  },
);
