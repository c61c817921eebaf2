/** Byte order mark: without it some spreadsheets do not read the file as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Characters that start a formula in a spreadsheet, full-width forms included (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A spreadsheet does not convert a longer text to a number or a date. */
const LONGEST_CONVERTED = 64;
/** A spreadsheet shows a number with more digits rounded, as a power of ten. */
const MAX_SHOWN_DIGITS = 11;
const MONTH = "(?:jan|f[eé]v|feb|mar|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[eé]c)[a-zéû]{0,6}";

/**
 * What a spreadsheet reads as a number or a date, and then shows or keeps differently: 00412, 12E3, 1-2, 12/26,
 * mai-26.
 */
const CONVERTED = [
  /^0\d[\d .,]*$/,
  /^\d+(?:[.,]\d+)?e[+-]?\d+$/i,
  /^\d{1,4}[-/.:]\d{1,4}(?:[-/.:]\d{1,4})?$/,
  new RegExp(`^\\d{1,2}[-/ .]?${MONTH}[.]?(?:[-/ .]?\\d{2,4})?$`, "i"),
  new RegExp(`^${MONTH}[.]?[-/ .]?\\d{1,4}$`, "i"),
];

/**
 * Writes a text as a quoted CSV cell (RFC 4180). Spreadsheets convert quoted cells too, so a text that could run as a
 * formula, or that would lose zeros or digits or become a date, gets a leading apostrophe: it stays text. A text that
 * begins with an apostrophe gets another one, so that removing the first gives every text back.
 */
export const csvText = (text: string): string =>
  `"${(isChanged(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * The text of a cell that `csvText` wrote: without the apostrophe that keeps a spreadsheet from changing it. Cells of
 * other programs stay as they are ("'t Hooft").
 */
export const fromCsvText = (cell: string): string =>
  cell.startsWith("'") && isChanged(cell.slice(1)) ? cell.slice(1) : cell;

function isChanged(text: string): boolean {
  if (text.startsWith("'") || FORMULA.test(text)) return true;
  return (
    text.length <= LONGEST_CONVERTED && (isLongNumber(text) || CONVERTED.some((form) => form.test(text)))
  );
}

const isLongNumber = (text: string) =>
  /^\d[\d .,]*$/.test(text) && text.replace(/\D/g, "").length > MAX_SHOWN_DIGITS;

/** Writes one CSV line that French spreadsheets open directly: cells separated by `;`, CRLF at the end. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(";")}\r\n`;
