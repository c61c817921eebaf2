import type { ReactNode } from "react";

/** A column, and the class of its cells where they are not figures. */
interface FiguresColumn {
  name: string;
  className?: "row-name" | "months" | "row-action";
}

interface FiguresTableProps {
  caption: string;
  /** That of the rows first, that of what can be done last. */
  columns: readonly FiguresColumn[];
  /** Its rows, whose cells carry `data-label` for phones. */
  children: ReactNode;
}

/** A table that becomes blocks on a phone: the roles stay what `display` would take away. */
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
