"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { discardImport } from "@/lib/imports/discard-import";
import { importPath } from "./import-path";

/** « Abandonner cet import »: deletes what was never applied. */
export const discardImportAction = supplierStaffAction({}, async ({ viewer }, _typed, id: string) => {
  const discarded = await discardImport(viewer, id);
  return discarded.ok ? goTo("/console/accounts/import") : refuse(importPath(id), discarded);
});
