"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { removeContact } from "@/lib/requests/remove-contact";

const PAGE = "/console/requests/settings";

/** Removes a contact from the list. */
export const removeContactAction = supplierStaffAction(
  { contact: hidden(36) },
  async (session, { contact }) => {
    const removed = await removeContact(session.viewer, contact);
    return removed.ok ? say(PAGE, { done: "contact_removed" }) : refuse(PAGE, removed);
  },
);
