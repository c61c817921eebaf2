/** Byte order mark: without it some spreadsheets do not read the file as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Characters that start a formula in a spreadsheet, full-width forms included (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Writes a text as a quoted CSV cell (RFC 4180). A text that could run as a formula gets a leading apostrophe. */
export const csvText = (text: string): string =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Writes one CSV line that French spreadsheets open directly: cells separated by `;`, CRLF at the end. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(";")}\r\n`;
