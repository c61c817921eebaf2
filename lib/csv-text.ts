/** Marks UTF-8 for spreadsheets that would guess otherwise. */
export const BYTE_ORDER_MARK = "\ufeff";

/** What a spreadsheet takes for the beginning of a formula, full-width forms included (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text as a quoted cell of CSV (RFC 4180); one that could run as a formula gets an apostrophe in front. */
export const csvText = (text: string): string =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A line of written cells, as French spreadsheets open it at a double click: `;` between, CRLF at the end. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(";")}\r\n`;
