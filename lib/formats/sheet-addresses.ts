/** Thrown for a sheet with cells beyond the limits. */
export class SheetTooLarge extends Error {}

/** The highest row number that is read; empty rows count. */
const LAST_ROW = 100_000;
/** Excel's last column is XFD. */
const LAST_COLUMN = 16_384;
/**
 * The library allocates every cell of the rectangle that contains all cells. The limit is twice 50,000 rows of 60
 * columns.
 */
const MAX_ALLOCATED_CELLS = 6_000_000;

/**
 * Gives every row and cell of a sheet its address (`r`), which ECMA-376 lets writers leave out and the library that reads
 * the sheet needs. Cells without content, which writers keep for their colour, are left out. Throws `SheetTooLarge` for an
 * address far beyond the limits, where the library would fill the gap.
 */
export function withAddresses(sheet: string): string {
  let [row, column, widest] = [0, 0, 1];
  const take = (next: { row: number; column: number }) => {
    ({ row, column } = next);
    widest = Math.max(widest, column);
    if (row > LAST_ROW || column > LAST_COLUMN || row * widest > MAX_ALLOCATED_CELLS)
      throw new SheetTooLarge();
  };
  return sheet.replace(
    /<((?:[A-Za-z]\w{0,19}:)?)(row|c)(\s[^<>]*|\/)?>/g,
    (tag: string, prefix: string, name: string, rest = "") => {
      const address = /\sr=["']([A-Za-z]{0,4})(\d{0,9})["']/.exec(rest);
      if (name === "row") {
        take({ row: address ? Number(address[2]) : row + 1, column: 0 });
        return address ? tag : `<${prefix}row r="${row}"${rest}>`;
      }
      const own = address ? columnNumber(address[1] ?? "") : column + 1;
      if (rest.endsWith("/")) {
        column = own;
        return "";
      }
      take({ row: address ? Number(address[2]) : row, column: own });
      return address ? tag : `<${prefix}c r="${columnName(column)}${row}"${rest}>`;
    },
  );
}

const columnNumber = (letters: string) =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The name of the n-th column: A for 1, Z for 26, AA for 27. */
function columnName(n: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + ((n - 1) % 26));
  return n > 26 ? columnName(Math.floor((n - 1) / 26)) + last : last;
}
