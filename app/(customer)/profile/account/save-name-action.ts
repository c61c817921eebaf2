"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { setName } from "@/lib/users/set-name";

const PAGE = "/profile/account";

/** Saves the user's own name. */
export const saveNameAction = customerAction({ name: text(400) }, async ({ viewer }, { name }) => {
  const saved = await setName(viewer, name);
  return saved.ok ? say(PAGE, { saved: "name" }) : refuse(PAGE, saved);
});
