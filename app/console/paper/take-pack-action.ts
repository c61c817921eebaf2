"use server";

import { refuse, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { supplierStaffAction } from "@/lib/actions/wrappers";
import { takePaperPack } from "@/lib/paper/take-pack";

const PAGE = "/console/paper";

/** Marks the invoices to print of one month, or all of them, as taken; the page then offers the pack. */
export const takePackAction = supplierStaffAction({ month: hidden(7) }, async ({ viewer }, { month }) => {
  const isMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month);
  const taken = await takePaperPack(viewer, isMonth ? month : null);
  return taken.ok ? say(PAGE, { taken: taken.invoices }, `${PAGE}#packs`) : refuse(PAGE, taken);
});
