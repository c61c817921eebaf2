import type { Minor } from "@/lib/money";
import { asciiBytes, sides } from "./file-text";
import type { FileFacts, Layout, NumberedEntry } from "./layout-parts";

/** A line of an entry with what the layouts of fixed width have in common. */
export interface FixedLine {
  entry: NumberedEntry;
  line: NumberedEntry["lines"][number];
  journal: string;
  /** The auxiliary account of the supplier where one is set. */
  account: string;
  /** Never negative: `side` says whether it is at the debit or at the credit. */
  amount: Minor;
  side: "D" | "C";
}

/** A layout of lines of fixed width in ASCII, without a head; `fields` are those of one line, in their order. */
export const fixedWidth = (
  widths: NonNullable<Layout["widths"]>,
  fields: (of: FixedLine) => string[],
): Layout => ({
  extension: "txt",
  mediaType: "text/plain; charset=us-ascii",
  hasCurrency: false,
  widths,
  head: () => new Uint8Array(),
  entry: (entry, facts) =>
    asciiBytes(entry.lines.map((line) => `${fields(fixedLine(entry, line, facts)).join("")}\r\n`).join("")),
});

function fixedLine(
  entry: NumberedEntry,
  line: FixedLine["line"],
  { journal, supplierAuxiliary }: FileFacts,
): FixedLine {
  const { debit, credit } = sides(line.amount);
  return {
    ...{ entry, line, journal },
    account: line.role === "supplier" && supplierAuxiliary ? supplierAuxiliary : line.account,
    amount: debit + credit,
    side: debit > 0n ? "D" : "C",
  };
}
