import type { Verdict } from "@/lib/imports/import-verdict";

/** The class of a verdict, which gives it its colour. */
export const VERDICT_CLASS: Record<Verdict, string> = {
  refused: "verdict-refused",
  superseded: "verdict-superseded",
  changed: "verdict-changed",
  new: "verdict-new",
  same: "verdict-same",
};
