import { toDecimal } from "@/lib/money";
import { INDEX_COLUMNS, type Cell, type IndexRow, type IndexWords } from "./index-columns";

const BYTE_ORDER_MARK = "\ufeff";
/** What a spreadsheet takes for the beginning of a formula, full-width forms included (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * An index in the CSV that French spreadsheets open at a double click: UTF-8 with its mark, `;`, decimal comma, CRLF
 * (RFC 4180). Dates are ISO 8601, which every spreadsheet reads as dates in every language. Texts that could run as
 * formulas get an apostrophe in front; amounts stay numbers, negative ones too.
 */
export function csvHeader(words: IndexWords): Buffer {
  return Buffer.from(BYTE_ORDER_MARK + line(INDEX_COLUMNS.map(({ name }) => quoted(words.columns[name]))));
}

export function csvRow(row: IndexRow, words: IndexWords): Buffer {
  return Buffer.from(line(INDEX_COLUMNS.map(({ cell }) => written(cell(row, words)))));
}

function written(cell: Cell): string {
  switch (cell?.kind) {
    case "text":
      return quoted(cell.text);
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

const quoted = (text: string) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
const line = (cells: readonly string[]) => `${cells.join(";")}\r\n`;
