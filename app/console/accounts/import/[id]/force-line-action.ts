"use server";

import { goTo, refuse } from "@/lib/actions/answer";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { forceLine } from "@/lib/imports/force-line";
import { importPath } from "./import-path";

/** Ticks, or unticks, that the old values of one line are applied all the same. */
export const forceLineAction = supplierStaffAction(
  {},
  async ({ viewer }, _typed, id: string, line: string, isForced: string) => {
    const number = /^\d{1,9}$/.test(line) ? Number(line) : 0;
    const forced = await forceLine(viewer, id, number, isForced === "yes");
    return forced.ok
      ? goTo(`${importPath(id)}${isForced === "yes" ? "" : "?verdict=superseded"}`)
      : refuse(importPath(id), forced);
  },
);
