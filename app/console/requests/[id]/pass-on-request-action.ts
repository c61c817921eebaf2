"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden, text } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { passOnRequest } from "@/lib/requests/pass-on-request";
import { staffRequestPath } from "./staff-request-path";

/** Sends the thread of a request to a contact of the supplier's list. */
export const passOnRequestAction = supplierStaffAction(
  { contact: hidden(36), note: text(10_000) },
  async ({ viewer }, { contact, note }, id: string) => {
    const page = staffRequestPath(id);
    const passed = await passOnRequest(viewer, id, { contactId: contact, note });
    if (!passed.ok) return refuse(page, passed);
    dispatchSoon();
    return say(page, { done: "passed_on", contact: passed.contact });
  },
);
