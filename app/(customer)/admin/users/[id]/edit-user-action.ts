"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { administratorAction } from "@/lib/actions/wrappers";
import { editUser } from "@/lib/users/edit-user";
import { userPath } from "./user-path";

/** Corrects a colleague's name and address. */
export const editUserAction = administratorAction(
  { name: text(400), email: text(400) },
  async ({ viewer }, typed, id: string) => {
    const edited = await editUser(viewer, id, typed);
    return edited.ok ? say(userPath(id), { saved: "edited" }) : refuse(userPath(id), edited);
  },
);
