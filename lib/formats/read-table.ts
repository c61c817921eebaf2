import { decodeTableText } from "@/lib/formats/decode-table-text";
import { readCsv } from "@/lib/formats/read-csv";
import { readWorkbook } from "@/lib/formats/read-workbook";
import { refuseTable, TABLE_LIMIT_BYTES, type TableReading } from "@/lib/formats/table-reading";

/** The container of Excel before 2007, also of workbooks with a password (MS-CFB). */
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/**
 * Reads a spreadsheet of people: a workbook (.xlsx) or a text with separators (.csv, .txt). The first bytes decide, not
 * the file name. Runs in a worker (`parseOffThread`), because a file may be made to exhaust the parser.
 */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  if (bytes.length === 0) return refuseTable("table_empty");
  if (bytes.length > TABLE_LIMIT_BYTES) return refuseTable("table_too_large");
  if (startsWith(bytes, OLD_EXCEL)) return refuseTable("table_old_excel");
  if (startsWith(bytes, ZIP)) return readWorkbook(bytes);
  // DOS programs end a text with this character (Ctrl-Z).
  const text = decodeTableText(bytes)?.replace(/\u001a$/, "") ?? null;
  return text === null || isBinary(text) ? refuseTable("table_unknown") : readCsv(text);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** Text that people type has no control characters but line ends and tabs; a few may come from a database. */
function isBinary(text: string): boolean {
  // Some programs write an HTML page and name it .xls; it may begin with any tag.
  if (/^\s*(?:%PDF-|<[?!a-z]|\{\\rtf)/i.test(text.slice(0, 200))) return true;
  const sample = text.slice(0, 10_000);

  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return controls * 100 > sample.length;
}
