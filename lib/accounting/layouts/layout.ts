import { FEC } from "./fec";
import { GENERAL_CSV } from "./general-csv";
import type { FileFacts, Layout } from "./layout-parts";
import { QUADRA } from "./quadra";
import { SAGE_100 } from "./sage-100";
import { XIMPORT } from "./ximport";

/** The files that entries are given out in. What their documentation says is in docs/accounting-exports.md. */
export const LAYOUTS = ["csv", "fec", "ximport", "sage100", "quadra"] as const;

export type LayoutName = (typeof LAYOUTS)[number];

const REGISTRY: Record<LayoutName, Layout> = {
  csv: GENERAL_CSV,
  fec: FEC,
  ximport: XIMPORT,
  sage100: SAGE_100,
  quadra: QUADRA,
};

/** Returns the layout of a name from a URL; null for an unknown one. */
export const layoutNamed = (name: string | null): Layout | null =>
  LAYOUTS.some((one) => one === name) ? REGISTRY[name as LayoutName] : null;

/** Whether entries of this currency, journal and accounts can be written in a layout without loss. */
export function fits(
  { hasCurrency, widths }: Layout,
  currency: string,
  { journal, longestAccount }: Pick<FileFacts, "journal" | "longestAccount">,
): boolean {
  if (currency !== "EUR" && !hasCurrency) return false;
  return !widths || (journal.length <= widths.journal && longestAccount <= widths.account);
}

/** The layouts in which a file can be written. */
export const layoutsFor = (
  currency: string,
  facts: Pick<FileFacts, "journal" | "longestAccount">,
): LayoutName[] => LAYOUTS.filter((name) => fits(REGISTRY[name], currency, facts));

/** What a journal and accounts must not exceed for the layouts of fixed width, for the pages to say. */
export const LAYOUT_WIDTHS = {
  journal: Math.min(...Object.values(REGISTRY).flatMap(({ widths }) => widths?.journal ?? [])),
  ximport: XIMPORT.widths?.account ?? 0,
  quadra: QUADRA.widths?.account ?? 0,
};
