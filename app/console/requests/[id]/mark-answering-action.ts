"use server";

import { showInPlace } from "@/lib/actions/answer";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { markAnswering } from "@/lib/requests/mark-answering";

/** Tells colleagues that the viewer is still writing an answer. Called while typing; shows nothing. */
export const markAnsweringAction = supplierStaffAction(
  {},
  async ({ viewer }, _typed, id: string) => {
    await markAnswering(viewer, id);
    return showInPlace({});
  },
  () => null,
);
