"use server";

import { showInPlace } from "@/lib/actions/answer";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { holdRequest } from "@/lib/requests/hold-request";

/** Tells colleagues that the viewer goes on answering. Called while typing; shows nothing. */
export const holdRequestAction = supplierStaffAction(
  {},
  async ({ viewer }, _typed, id: string) => {
    await holdRequest(viewer, id);
    return showInPlace({});
  },
  () => null,
);
