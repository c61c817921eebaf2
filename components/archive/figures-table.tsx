import type { ReactNode } from "react";

interface FiguresTableProps {
  caption: string;
  /** The head of each column, that of the rows first. */
  columns: readonly string[];
  /** Its rows, whose cells carry `data-label` for phones. */
  children: ReactNode;
}

/** A table that becomes blocks on a phone: the roles stay what `display` would take away. */
export function FiguresTable({ caption, columns, children }: FiguresTableProps) {
  return (
    <table role="table" className="taken">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}
