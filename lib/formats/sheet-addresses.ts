/** The address of a cell or row beyond what is read. */
export class SheetTooLarge extends Error {}

/** Rows are counted with the empty ones between them. */
const LAST_ROW = 100_000;
/** Excel's last column is XFD. */
const LAST_COLUMN = 16_384;

/**
 * Gives every row and cell of a sheet its address (`r`), which ECMA-376 lets writers leave out and the library that reads
 * the sheet needs. Throws `SheetTooLarge` for an address far beyond the limits, where the library would fill the gap.
 */
export function withAddresses(sheet: string): string {
  let [row, column] = [0, 0];
  return sheet.replace(/<(row|c)(\s[^<>]*|\/)?>/g, (tag: string, name: string, rest = "") => {
    const address = /\sr="([A-Za-z]{0,4})(\d{0,9})"/.exec(rest);
    if (name === "row") {
      row = address ? Number(address[2]) : row + 1;
      column = 0;
      if (row > LAST_ROW) throw new SheetTooLarge();
      return address ? tag : `<row r="${row}"${rest}>`;
    }
    column = address ? columnNumber(address[1] ?? "") : column + 1;
    if (column > LAST_COLUMN) throw new SheetTooLarge();
    return address ? tag : `<c r="${columnName(column)}${row}"${rest}>`;
  });
}

const columnNumber = (letters: string) =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The name of the n-th column: A for 1, Z for 26, AA for 27. */
function columnName(n: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + ((n - 1) % 26));
  return n > 26 ? columnName(Math.floor((n - 1) / 26)) + last : last;
}
