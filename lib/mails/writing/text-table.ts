/** A cell of a table in a plain-text mail. */
export interface TextCell {
  text: string;
  /** The number of columns that the cell covers (`colspan`). */
  span: number;
  /** Whether the text is aligned to the right. */
  isRight: boolean;
  /** The targets of the links in the cell. */
  urls: readonly string[];
}

const GAP = "  ";

/** Limits the width of a column, so that a very long name does not widen all rows. */
const MAX_WIDTH = 40;

/**
 * Writes the rows of a table as aligned lines, with each row's links on separate lines below it. Amounts are aligned
 * to the right, except in a table of two columns, which is a list of labels and values.
 */
export function alignTable(rows: readonly (readonly TextCell[])[]): string {
  const widths = columnWidths(rows);
  return rows
    .flatMap((cells) => [
      alignRow(cells, widths),
      ...cells.flatMap(({ urls }) => urls.map((url) => GAP + url)),
    ])
    .join("\n");
}

function columnWidths(rows: readonly (readonly TextCell[])[]): number[] {
  const widths: number[] = [];
  for (const cells of rows) {
    if (cells.some(({ span }) => span > 1)) continue;
    cells.forEach(({ text }, index) => {
      widths[index] = Math.max(widths[index] ?? 0, Math.min(lengthOf(text), MAX_WIDTH));
    });
  }
  return widths;
}

/** Writes one row; a cell over several columns is a heading on a separate line. */
function alignRow(cells: readonly TextCell[], widths: readonly number[]): string {
  if (cells.some(({ span }) => span > 1)) return `\n${cells.map(({ text }) => text).join(GAP)}`;
  return cells
    .map(({ text, isRight }, index) => {
      const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - lengthOf(text)));
      return isRight && widths.length > 2 ? padding + text : text + padding;
    })
    .join(GAP)
    .trimEnd();
}

function lengthOf(text: string): number {
  return [...text].length;
}
