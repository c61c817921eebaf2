"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { text } from "@/lib/actions/fields";
import { provenSupplierStaffAction } from "@/lib/actions/wrappers";
import { applyImport } from "@/lib/imports/apply-import";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { importPath } from "./import-path";

/** « Appliquer »: background work applies the lines; the page shows how far it is. */
export const applyImportAction = provenSupplierStaffAction(
  { count: text(20) },
  async (session, { count }, id: string) => {
    const applied = await applyImport(session, id, count);
    if (!applied.ok) return refuse(importPath(id), applied);
    dispatchSoon();
    return goTo(importPath(id));
  },
);
