"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { provenSupplierStaffAction } from "@/lib/actions/wrappers";
import { addContact } from "@/lib/requests/add-contact";

const PAGE = "/console/requests/settings";

/** Adds a contact to whom requests may be passed on. */
export const addContactAction = provenSupplierStaffAction(
  { name: text(400), email: text(400) },
  async ({ id: sessionId, viewer }, typed) => {
    const added = await addContact({ viewer, sessionId }, typed);
    return added.ok ? say(PAGE, { done: "contact_added" }) : refuse(PAGE, added);
  },
);
