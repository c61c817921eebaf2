export interface TextCell {
  text: string;
  span: number;
  isRight: boolean;
  urls: readonly string[];
}

const GAP = "  ";

/** A very long name does not push the other rows apart. */
const WIDEST = 40;

/**
 * The rows of a table as aligned lines, each row's links on lines of their own below it. Amounts keep to the right,
 * except beside labels: two columns are a list.
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
    cells.forEach(({ text }, at) => {
      widths[at] = Math.max(widths[at] ?? 0, Math.min(lengthOf(text), WIDEST));
    });
  }
  return widths;
}

/** A cell over several columns is a heading, alone on its line. */
function alignRow(cells: readonly TextCell[], widths: readonly number[]): string {
  if (cells.some(({ span }) => span > 1)) return `\n${cells.map(({ text }) => text).join(GAP)}`;
  return cells
    .map(({ text, isRight }, at) => {
      const padding = " ".repeat(Math.max(0, (widths[at] ?? 0) - lengthOf(text)));
      return isRight && widths.length > 2 ? padding + text : text + padding;
    })
    .join(GAP)
    .trimEnd();
}

function lengthOf(text: string): number {
  return [...text].length;
}
