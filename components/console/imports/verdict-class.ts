import type { Verdict } from "@/lib/imports/import-verdict";

/** The CSS class with the colour of each verdict. */
export const VERDICT_CLASS: Record<Verdict, string> = {
  refused: "verdict-refused",
  superseded: "verdict-superseded",
  changed: "verdict-changed",
  new: "verdict-new",
  same: "verdict-same",
};
