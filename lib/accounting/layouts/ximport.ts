import { toDecimal } from "@/lib/money";
import { asciiBytes, compactDay, fixedText, sides } from "./file-text";
import type { Layout } from "./layout-parts";

const LINE_END = "\r\n";
const NO_DATE = " ".repeat(8);

const WIDTHS = { journal: 2, account: 11 };

/** « XIMPORT.TXT » of Ciel Compta and Sage 50: lines of fixed width. */
export const XIMPORT: Layout = {
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
            String(entry.position % 100_000).padStart(5),
            fixedText(journal, WIDTHS.journal),
            compactDay(entry.issuedOn, "YYYYMMDD"),
            entry.dueOn === null ? NO_DATE : compactDay(entry.dueOn, "YYYYMMDD"),
            fixedText(entry.number, 12),
            fixedText(account, WIDTHS.account),
            fixedText(line.label, 25),
            toDecimal(debit + credit, entry.currency).padStart(13),
            debit > 0n ? "D" : "C",
            " ".repeat(12),
            fixedText(line.analyticCode, 6),
            fixedText(line.accountName, 34),
            "O2003",
            LINE_END,
          ].join("");
        })
        .join(""),
    ),
};
