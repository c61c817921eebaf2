import { BYTE_ORDER_MARK, csvLine, csvText } from "@/lib/csv-text";
import { commaDecimal, sides } from "./file-text";
import { CSV_HEADINGS, type Layout } from "./layout-parts";

/**
 * A table for any program: UTF-8 with byte order mark, `;`, decimal comma, dates of ISO 8601, one line for each line of
 * an entry. What has to be completed says why in the last column.
 */
export const GENERAL_CSV: Layout = {
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  hasCurrency: true,
  head: ({ words }) =>
    Buffer.from(BYTE_ORDER_MARK + csvLine(CSV_HEADINGS.map((name) => csvText(words.headings[name])))),
  entry: ({ lines, number, issuedOn, dueOn, currency }, { journal, supplierAuxiliary, words }) =>
    Buffer.from(
      lines
        .map((line) => {
          const { debit, credit } = sides(line.amount);
          const amount = (minor: bigint) => (minor === 0n ? "" : commaDecimal(minor, currency));
          return csvLine([
            issuedOn,
            csvText(journal),
            csvText(line.account),
            csvText(line.label),
            amount(debit),
            amount(credit),
            csvText(number),
            csvText(line.role === "supplier" ? supplierAuxiliary : ""),
            dueOn ?? "",
            csvText(currency),
            csvText(line.contract ?? ""),
            csvText(line.vehicle ?? ""),
            csvText(line.analyticCode),
            csvText(line.gap === null ? "" : (words.gaps[line.gap] ?? line.gap)),
          ]);
        })
        .join(""),
    ),
};
