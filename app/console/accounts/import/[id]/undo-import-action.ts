"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { provenSupplierStaffAction } from "@/lib/actions/wrappers";
import { undoImport } from "@/lib/imports/undo-import";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { importPath } from "./import-path";

/** « Annuler cet import »: background work undoes the changes that have not taken effect yet. */
export const undoImportAction = provenSupplierStaffAction({}, async (session, _typed, id: string) => {
  const undone = await undoImport(session, id);
  if (!undone.ok) return refuse(importPath(id), undone);
  dispatchSoon();
  return goTo(importPath(id));
});
