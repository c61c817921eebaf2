import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { RegisterMonthHead } from "@/components/invoices/register/register-month-head";
import { RegisterRow } from "@/components/invoices/register/register-row";
import { CompanyRows, RegisterTotals } from "@/components/invoices/register/register-totals";
import { SelectionBar } from "@/components/invoices/register/selection-bar";
import type { SortKey } from "@/lib/invoices/filter/invoice-sort";
import type { RegisterRow as Row } from "@/lib/invoices/register/register-row";
import type { RegisterColumn, RegisterSort, RegisterTable } from "@/lib/invoices/register/register-table";
import type { Selection } from "@/lib/invoices/register/selection";

/** The columns whose title has the same style as their cells, and those that can be sorted. */
const CLASSES: Partial<Record<RegisterColumn, string>> = {
  reading: "reading",
  withoutVat: "untaxed",
  withVat: "total",
};
const SORTS: Partial<Record<RegisterColumn, SortKey>> = {
  issuedOn: "date",
  number: "number",
  dueOn: "due",
  withVat: "amount",
};

interface RegisterProps {
  table: RegisterTable;
  selection: Selection;
  /** Receives `chosen`, `all`, `query` and `back`; null for staff who view the page as a user. */
  markTaken: ((form: FormData) => Promise<void>) | null;
  words: RegisterWords;
}

/** The table of invoices, grouped by month where that groups something. */
export function Register({ table, selection, markTaken, words }: RegisterProps) {
  const { rows, sort, months, columns } = table;
  const { t, trade } = words;
  const titleOf = (name: RegisterColumn) =>
    name === "contract" || name === "vehicle" ? trade(`${name}.one`) : t(`columns.${name}`);
  const groups = table.isByMonth ? byMonth(rows) : [[null, rows] as const];
  return (
    <form action="/invoices/export" className="bleed list-choice">
      {selection.kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <table className="register" role="table" aria-label={t("title")}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="choose">
              <input
                type="checkbox"
                className="needs-script"
                aria-label={t("selection.page", { count: rows.length })}
                disabled={selection.isAll || undefined}
                defaultChecked={selection.isAll}
              />
            </th>
            {columns.map((name) => {
              const sorts = SORTS[name];
              return (
                <th
                  key={name}
                  role="columnheader"
                  scope="col"
                  className={CLASSES[name]}
                  aria-sort={sorts && ariaSort(sort, sorts)}
                >
                  {sorts ? <a href={sort.hrefs[sorts]}>{titleOf(name)}</a> : titleOf(name)}
                </th>
              );
            })}
            <th role="columnheader" scope="col" className="download">
              <span className="sr-only">{t("columns.actions")}</span>
            </th>
          </tr>
        </thead>
        {groups.map(([month, monthRows]) => (
          <tbody role="rowgroup" key={month}>
            {month !== null && (
              <RegisterMonthHead
                month={month}
                summary={months[month]}
                columns={columns.length}
                words={words}
              />
            )}
            {monthRows.map((row) => (
              <RegisterRow
                key={row.id}
                row={row}
                columns={columns}
                isPicked={selection.ids.has(row.id)}
                isFixed={selection.isAll}
                words={words}
              />
            ))}
          </tbody>
        ))}
        <tfoot role="rowgroup">
          <CompanyRows table={table} words={words} />
          <RegisterTotals table={table} words={words} />
        </tfoot>
      </table>
      <SelectionBar selection={selection} matching={table.count} markTaken={markTaken} words={words} />
    </form>
  );
}

function ariaSort(
  { by, isAscending }: RegisterSort,
  column: SortKey,
): "ascending" | "descending" | undefined {
  if (by !== column) return undefined;
  return isAscending ? "ascending" : "descending";
}

function byMonth(rows: readonly Row[]): [month: string, rows: Row[]][] {
  const months = new Map<string, Row[]>();
  for (const row of rows) {
    const month = row.issuedOn.slice(0, 7);
    const others = months.get(month);
    if (others) others.push(row);
    else months.set(month, [row]);
  }
  return [...months];
}
