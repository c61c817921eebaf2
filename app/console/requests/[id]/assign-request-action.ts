"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { assignRequest } from "@/lib/requests/assign-request";
import { staffRequestPath } from "./staff-request-path";

/** Assigns a request to a member of staff, or to nobody. */
export const assignRequestAction = supplierStaffAction(
  { assignee: hidden(36) },
  async ({ viewer }, { assignee }, id: string) => {
    const page = staffRequestPath(id);
    const assigned = await assignRequest(viewer, id, assignee);
    return assigned.ok ? say(page, { done: "assigned" }) : refuse(page, assigned);
  },
);
