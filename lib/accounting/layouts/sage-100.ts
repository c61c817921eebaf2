import { asciiBytes, asciiText, commaDecimal, compactDay, fieldText, sides } from "./file-text";
import type { Layout } from "./layout-parts";

/** The text file of the import example of Sage 100: eleven columns separated by tabs. */
export const SAGE_100: Layout = {
  extension: "txt",
  mediaType: "text/plain; charset=us-ascii",
  hasCurrency: false,
  head: () => new Uint8Array(),
  entry: (entry, { journal, supplierAuxiliary }) =>
    asciiBytes(
      entry.lines
        .map((line) => {
          const { debit, credit } = sides(line.amount);
          const isSupplier = line.role === "supplier";
          return `${[
            "G",
            journal,
            compactDay(entry.issuedOn, "DDMMYY"),
            String(entry.position),
            line.account,
            isSupplier ? supplierAuxiliary : "",
            line.label,
            "",
            isSupplier && entry.dueOn !== null ? compactDay(entry.dueOn, "DDMMYY") : "",
            commaDecimal(debit, entry.currency),
            commaDecimal(credit, entry.currency),
          ]
            .map((field) => asciiText(fieldText(field)))
            .join("\t")}\r\n`;
        })
        .join(""),
    ),
};
