import { BYTE_ORDER_MARK, csvLine, csvText } from "@/lib/csv-text";
import { toDecimal } from "@/lib/money";
import type { Cell, Column, IndexRow, IndexWords } from "./index-columns";

/**
 * The index as a CSV file that French spreadsheets open directly: UTF-8 with byte order mark, `;`, decimal comma, CRLF
 * (RFC 4180). Dates are ISO 8601, which spreadsheets read as dates in every language. Texts that could run as formulas
 * get a leading apostrophe; amounts stay numbers, negative ones too.
 */
export function csvHeader(columns: readonly Column[]): Buffer {
  return Buffer.from(BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => csvText(title))));
}

/** One line of the index. */
export function csvRow(row: IndexRow, columns: readonly Column[], words: IndexWords): Buffer {
  return Buffer.from(csvLine(columns.map(({ cell }) => written(cell(row, words)))));
}

function written(cell: Cell): string {
  switch (cell?.kind) {
    case "text":
      return csvText(cell.text);
    case "date":
      return cell.date;
    case "amount":
      return toDecimal(cell.minor, cell.currency).replace(".", ",");
    case "count":
      return String(cell.count);
    default:
      return "";
  }
}
