"use server";

import { refuse, say } from "@/lib/actions/answer";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { forceLine } from "@/lib/imports/force-line";
import { VERDICTS } from "@/lib/imports/import-verdict";
import { readLineCursor } from "@/lib/imports/list-import-lines";
import { importPath } from "./import-path";

/**
 * Ticks or unticks one line. The outdated values of a ticked line are applied too. Shows the same page again, at this
 * line.
 */
export const forceLineAction = supplierStaffAction(
  {},
  async ({ viewer }, _typed, id: string, verdict: string, after: string, line: string, isForced: string) => {
    const number = /^\d{1,9}$/.test(line) ? Number(line) : 0;
    const forced = await forceLine(viewer, id, number, isForced === "yes");
    if (!forced.ok) return refuse(importPath(id), forced);
    const place = {
      verdict: VERDICTS.find((known) => known === verdict),
      after: readLineCursor(after),
    };
    // A message makes the browser load the page again, although only the anchor of the URL differs.
    return say(importPath(id), { line: number }, `${importPath(id, place)}#line-${number}`);
  },
);
