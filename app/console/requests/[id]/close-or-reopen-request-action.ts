"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { closeOrReopenRequest } from "@/lib/requests/close-or-reopen-request";
import { staffRequestPath } from "./staff-request-path";

/** Closes a request, or opens it again. */
export const closeOrReopenRequestAction = supplierStaffAction(
  { outcome: choice(["closed", "reopened"]) },
  async ({ viewer }, { outcome }, id: string) => {
    const page = staffRequestPath(id);
    const ended = await closeOrReopenRequest(viewer, id, outcome);
    if (!ended.ok) return refuse(page, ended);
    dispatchSoon();
    return say(page, { done: outcome, isNotified: ended.isNotified });
  },
);
