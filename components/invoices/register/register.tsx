import { getTranslations } from "next-intl/server";
import { RegisterMonthHead } from "@/components/invoices/register/register-month-head";
import { RegisterRows } from "@/components/invoices/register/register-rows";
import { RegisterTotals } from "@/components/invoices/register/register-totals";
import type { SortKey } from "@/lib/invoices/filter/invoice-sort";
import type { RegisterRow } from "@/lib/invoices/register/register-row";
import type { RegisterSort, RegisterTable } from "@/lib/invoices/register/register-table";

interface Column {
  name: "reading" | "issuedOn" | "number" | "contract" | "vehicle" | "dueOn" | "withoutVat" | "withVat";
  /** Set if the title of the column has the same style as its cells. */
  className?: string;
  sorts?: SortKey;
}

const COLUMNS: readonly Column[] = [
  { name: "reading", className: "reading" },
  { name: "issuedOn", sorts: "date" },
  { name: "number", sorts: "number" },
  { name: "contract" },
  { name: "vehicle" },
  { name: "dueOn", sorts: "due" },
  { name: "withoutVat", className: "untaxed" },
  { name: "withVat", sorts: "amount", className: "total" },
];

/** The table of invoices, grouped by month when it is sorted by date. */
export async function Register({ table }: { table: RegisterTable }) {
  const { rows, sort, months } = table;
  const [t, trade] = await Promise.all([getTranslations("register"), getTranslations("trade")]);
  const titleOf = (name: Column["name"]) =>
    name === "contract" || name === "vehicle" ? trade(`${name}.one`) : t(`columns.${name}`);
  const groups = sort.by === "date" ? byMonth(rows) : [[null, rows] as const];
  return (
    <div className="bleed">
      <table className="register" role="table" aria-label={t("title")}>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map(({ name, className, sorts }) => (
              <th
                key={name}
                role="columnheader"
                scope="col"
                className={className}
                aria-sort={sorts && ariaSort(sort, sorts)}
              >
                {sorts ? <a href={sort.hrefs[sorts]}>{titleOf(name)}</a> : titleOf(name)}
              </th>
            ))}
            <th role="columnheader" scope="col" className="download">
              <span className="sr-only">{t("columns.actions")}</span>
            </th>
          </tr>
        </thead>
        {groups.map(([month, monthRows]) => (
          <tbody role="rowgroup" key={month}>
            {month !== null && <RegisterMonthHead month={month} summary={months[month]} />}
            <RegisterRows rows={monthRows} />
          </tbody>
        ))}
        <RegisterTotals count={table.count} creditNotes={table.creditNotes} totals={table.totals} />
      </table>
    </div>
  );
}

function ariaSort(
  { by, isAscending }: RegisterSort,
  column: SortKey,
): "ascending" | "descending" | undefined {
  if (by !== column) return undefined;
  return isAscending ? "ascending" : "descending";
}

function byMonth(rows: readonly RegisterRow[]): [month: string, rows: RegisterRow[]][] {
  const months = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const month = row.issuedOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return [...months];
}
