"use server";

import { refuse, say } from "@/lib/actions/answer";
import { choice } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { endRequest } from "@/lib/requests/end-request";
import { staffRequestPath } from "./staff-request-path";

/** Closes a request, or opens it again. */
export const endRequestAction = supplierStaffAction(
  { outcome: choice(["closed", "reopened"]) },
  async ({ viewer }, { outcome }, id: string) => {
    const page = staffRequestPath(id);
    const ended = await endRequest(viewer, id, outcome);
    if (!ended.ok) return refuse(page, ended);
    dispatchSoon();
    return say(page, { done: outcome, told: ended.isTold });
  },
);
