import type { ReactNode } from "react";

/** A column, with the class of its cells if they are not figures. */
interface FiguresColumn {
  name: string;
  className?: "row-name" | "months" | "row-action";
}

interface FiguresTableProps {
  caption: string;
  /** The column with the row names first, the one with the actions last. */
  columns: readonly FiguresColumn[];
  /** The rows; their cells need `data-label` for phones. */
  children: ReactNode;
}

/** A table that becomes blocks on a phone. Explicit ARIA roles keep it a table, because `display` removes the roles. */
export function FiguresTable({ caption, columns, children }: FiguresTableProps) {
  return (
    <table role="table" className="archive-table mt-6 w-full text-2 [p+&]:mt-0">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-tablet:sr-only">
        <tr role="row">
          {columns.map(({ name, className }) => (
            <th role="columnheader" scope="col" key={name} className={className}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}
