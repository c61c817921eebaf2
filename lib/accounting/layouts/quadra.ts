import { asciiBytes, compactDay, fixedText, sides } from "./file-text";
import type { Layout } from "./layout-parts";

const spaces = (count: number) => " ".repeat(count);

const WIDTHS = { journal: 2, account: 8 };

/** The ASCII file of Quadra Compta (now Cegid Quadra): lines « M » of fixed width, amounts in cents. */
export const QUADRA: Layout = {
  extension: "txt",
  mediaType: "text/plain; charset=us-ascii",
  hasCurrency: false,
  widths: WIDTHS,
  head: () => new Uint8Array(),
  entry: (entry, { journal, supplierAuxiliary }) =>
    asciiBytes(
      entry.lines
        .map((line) => {
          const { debit, credit } = sides(line.amount);
          const account = line.role === "supplier" && supplierAuxiliary ? supplierAuxiliary : line.account;
          return [
            "M",
            fixedText(account, WIDTHS.account),
            fixedText(journal, WIDTHS.journal),
            "000",
            compactDay(entry.issuedOn, "DDMMYY"),
            " ",
            fixedText(line.label, 20),
            debit > 0n ? "D" : "C",
            "+",
            String(debit + credit).padStart(12, "0"),
            spaces(8),
            entry.dueOn === null ? "000000" : compactDay(entry.dueOn, "DDMMYY"),
            spaces(5),
            fixedText(String(entry.position), 5),
            spaces(20),
            fixedText(String(entry.position), 8),
            fixedText(entry.currency, 3),
            fixedText(journal, 3),
            spaces(3),
            fixedText(line.label, 30),
            spaces(2),
            // The last characters of a number differ, the first ones often do not.
            fixedText(entry.number.slice(-10), 10),
            spaces(73),
            "\r\n",
          ].join("");
        })
        .join(""),
    ),
};
