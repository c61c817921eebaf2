"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { MAX_TABLE_COLUMNS } from "@/lib/formats/table-reading";
import { changeColumns } from "@/lib/imports/change-columns";
import { IMPORT_FIELDS } from "@/lib/imports/import-fields";
import { dispatchSoon } from "@/lib/jobs/dispatch-soon";
import { importPath } from "./import-path";

const names = Array.from({ length: MAX_TABLE_COLUMNS }, (_, index) => `column${index}`);

/** Stores the field that staff chose for each column of the file; the lines are checked again. */
export const changeColumnsAction = supplierStaffAction(
  Object.fromEntries(names.map((name) => [name, hidden(40)])),
  async ({ viewer }, chosen, id: string) => {
    const columns = names.map((name) => IMPORT_FIELDS.find((field) => field === chosen[name]) ?? null);
    const changed = await changeColumns(viewer, id, columns);
    if (!changed.ok) return refuse(importPath(id), changed);
    dispatchSoon();
    return goTo(importPath(id));
  },
);
