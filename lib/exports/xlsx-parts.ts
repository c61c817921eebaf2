import { minorDigits, toDecimal } from "@/lib/money";
import { toSpreadsheetDay } from "@/lib/spreadsheet-day";
import type { Cell, Column } from "./index-columns";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Spreadsheets keep 15 significant digits, so a longer amount is written as text and not rounded. */
const MAX_DIGITS = 15;
/** Positions in `cellXfs` below; currencies follow. */
const STYLE = { plain: 0, header: 1, date: 2, count: 3, firstCurrency: 4 } as const;

/** The parts of a workbook (ECMA-376) that are the same for every index, except the name of the sheet. */
export function workbookParts(sheetName: string): [path: string, xml: string][] {
  const relation = (type: string, target: string, id: number) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return [
    [
      "[Content_Types].xml",
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation("officeDocument", "xl/workbook.xml", 1)}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation("worksheet", "worksheets/sheet1.xml", 1)}${relation("styles", "styles.xml", 2)}</Relationships>`,
    ],
  ];
}

/** The styles: a bold header, dates as the reader's own system writes them, and one format per currency. */
export function stylesPart(currencies: readonly string[]): string {
  const formats = currencies.map((currency, index) => {
    const digits = minorDigits(currency);
    const code = `#,##0${digits > 0 ? `.${"0".repeat(digits)}` : ""}\\ "${currency === "EUR" ? "€" : currency}"`;
    return `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`;
  });
  const format = (id: number, font = 0) =>
    `<xf numFmtId="${id}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  const cells = [
    format(0),
    format(0, 1),
    format(14),
    format(3),
    ...currencies.map((_, index) => format(164 + index)),
  ];
  return `${XML}<styleSheet xmlns="${MAIN}">${formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join("")}</numFmts>` : ""}<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** The beginning of the sheet: frozen header row and column widths. */
export function sheetStart(columns: readonly Pick<Column, "title" | "width">[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row>${columns.map(({ title }) => textCell(title, STYLE.header)).join("")}</row>`;
}

/** One row of the sheet; `styleOf` is the cell style of amounts in a currency. */
export function sheetRow(cells: readonly Cell[], styleOf: (currency: string) => number): string {
  const written = cells.map((cell) => {
    switch (cell?.kind) {
      case "text":
        return textCell(cell.text, STYLE.plain);
      case "date":
        return `<c s="${STYLE.date}"><v>${toSpreadsheetDay(cell.date)}</v></c>`;
      case "count":
        return `<c s="${STYLE.count}"><v>${cell.count}</v></c>`;
      case "amount": {
        const decimal = toDecimal(cell.minor, cell.currency);
        const isExact = decimal.replace(/\D/g, "").length <= MAX_DIGITS;
        const style = STYLE.firstCurrency + styleOf(cell.currency);
        return isExact ? `<c s="${style}"><v>${decimal}</v></c>` : textCell(decimal, STYLE.plain);
      }
      default:
        return "<c/>";
    }
  });
  return `<row>${written.join("")}</row>`;
}

/** The end of the sheet, with filter buttons over the given columns and rows. */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns)}${rows + 1}"/></worksheet>`;
}

/** The name of the n-th column: A for 1, Z for 26, AA for 27. */
function columnName(n: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + ((n - 1) % 26));
  return n > 26 ? columnName(Math.floor((n - 1) / 26)) + last : last;
}

/** A string cell is never run as a formula, even if it begins with `=`. */
const textCell = (text: string, style: number) =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML text. Characters that XML 1.0 forbids become U+FFFD; a literal `_x0041_` is escaped (ECMA-376, 22.9.2.19). */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "")
    .replace(/\r/g, "&#13;");
}
