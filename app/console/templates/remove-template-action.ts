"use server";

import { goTo, say } from "@/lib/actions/answer";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { removeTemplate } from "@/lib/requests/remove-template";

const PAGE = "/console/templates";

/** Removes a template. */
export const removeTemplateAction = supplierStaffAction({}, async ({ viewer }, _typed, id: string) => {
  const removed = await removeTemplate(viewer, id);
  return removed.ok ? say(PAGE, { done: "removed" }) : goTo(PAGE);
});
