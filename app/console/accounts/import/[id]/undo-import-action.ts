"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { undoImport } from "@/lib/imports/undo-import";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { importPath } from "./import-path";

/** « Annuler cet import »: background work undoes what did not take effect yet. */
export const undoImportAction = supplierStaffAction({}, async ({ viewer }, _typed, id: string) => {
  const undone = await undoImport(viewer, id);
  if (!undone.ok) return refuse(importPath(id), undone);
  dispatchSoon();
  return goTo(importPath(id));
});
