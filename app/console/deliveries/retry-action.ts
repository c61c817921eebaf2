"use server";

import { refuse, say } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { retryAddress } from "@/lib/desk/retry-address";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { DESK_PATH } from "./desk-form-result";

/** « Réessayer » : tries an address again, and sends what was missed. */
export const retryAction = supplierStaffAction({ email: text(321) }, async ({ viewer }, { email }) => {
  const retried = await retryAddress(viewer, email);
  if (!retried.ok) return refuse(DESK_PATH, retried);
  dispatchSoon();
  return say(DESK_PATH, { done: "retried", missed: retried.missed });
});
