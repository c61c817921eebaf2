import readXlsxFile from "read-excel-file/node";
import { isPlainMarkup } from "@/lib/formats/is-plain-markup";
import { SheetTooLarge, withAddresses } from "@/lib/formats/sheet-addresses";
import { refuseTable, tableOf, type TableReading } from "@/lib/formats/table-reading";
import { unzipBounded } from "@/lib/formats/unzip-bounded";
import { writeZip } from "@/lib/formats/write-zip";

/** About twice the size of a sheet with 50,000 rows and 15 columns. */
const INFLATED_LIMIT = 96 * 1024 * 1024;

/** A ZIP entry needs a date (of 1980 or later); nobody reads this one. */
const WRITTEN_AT = new Date("2000-01-01T00:00:00Z");

/**
 * Reads the first sheet of a workbook (.xlsx) that has filled cells; a hidden sheet only when there is no other. A
 * formula gives the value that was saved with it. Numbers keep the digits of the file; dates are ISO 8601. The archive
 * is decompressed here, within limits, and given to the library without compression.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<TableReading> {
  const files = unzipBounded(bytes, INFLATED_LIMIT, (name) => /\.(?:xml|xml\.rels)$/.test(name));
  if (files === "too_large") return refuseTable("table_too_large");
  if (files === "broken") return refuseTable("table_broken");
  if (!files.has("xl/workbook.xml") && ![...files.keys()].some((name) => name.endsWith("/workbook.xml")))
    return refuseTable("table_unknown");
  try {
    for (const [name, content] of files) {
      const xml = content.toString("utf8");
      // No spreadsheet program declares entities; hostile XML uses them to grow when it is parsed.
      if (/<!DOCTYPE|<!ENTITY/i.test(xml) || !isPlainMarkup(xml)) return refuseTable("table_broken");
      if (/worksheets\/[^/]+\.xml$/.test(name)) files.set(name, Buffer.from(withAddresses(xml)));
    }
    const hidden = hiddenSheets(files);
    const sheets = await readXlsxFile<string>(await uncompressedZip(files), { parseNumber: plainNumber });
    const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    const found = filled.find(({ sheet }) => !hidden.has(sheet)) ?? filled[0];
    return found
      ? tableOf(
          found.sheet,
          found.data.map((row) => row.map(textOf)),
        )
      : refuseTable("table_empty");
  } catch (error) {
    if (error instanceof SheetTooLarge || error instanceof RangeError) return refuseTable("table_too_large");
    // The library throws errors of many classes for files that break the standard.
    return refuseTable("table_broken");
  }
}

/** The names of the sheets that people do not see: lists for menus, settings of the program that wrote the workbook. */
function hiddenSheets(files: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const name = [...files.keys()].find((file) => /(?:^|\/)workbook\.xml$/.test(file)) ?? "";
  const sheets =
    files
      .get(name)
      ?.toString("utf8")
      .match(/<(?:[A-Za-z]\w{0,19}:)?sheet\s[^<>]*>/g) ?? [];
  return new Set(
    sheets
      .filter((sheet) => /\sstate=["'](?:hidden|veryHidden)["']/.test(sheet))
      .map((sheet) => unescaped(/\sname=(?:"([^"]*)"|'([^']*)')/.exec(sheet)?.slice(1).join("") ?? "")),
  );
}

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** Returns the files as an archive without compression, because the library reads archives only. */
async function uncompressedZip(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const entries = [...files].map(([name, bytes]) => ({ name, bytes, modifiedAt: WRITTEN_AT }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The digits of a number, also where the writer used a power of ten (2.04118E5). */
function plainNumber(digits: string): string {
  if (!/e/i.test(digits)) return digits;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? String(number) : digits;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return String(cell);
}
