import { getTranslations } from "next-intl/server";
import { RegisterMonthHead } from "@/components/invoices/register/register-month-head";
import { RegisterRows } from "@/components/invoices/register/register-rows";
import { RegisterTotals } from "@/components/invoices/register/register-totals";
import type { SortKey } from "@/lib/invoices/filter/invoice-sort";
import type { RegisterRow } from "@/lib/invoices/register/register-row";
import type { RegisterSort, RegisterTable } from "@/lib/invoices/register/register-table";

const COLUMNS = [
  { name: "reading" },
  { name: "issuedOn", sorts: "date" },
  { name: "number", sorts: "number" },
  { name: "contract" },
  { name: "vehicle" },
  { name: "dueOn", sorts: "due" },
  { name: "withoutVat" },
  { name: "withVat", sorts: "amount" },
] as const satisfies readonly { name: string; sorts?: SortKey }[];

/** The invoices, a month under the other when they are sorted by date. */
export async function Register({ table }: { table: RegisterTable }) {
  const { rows, sort, months } = table;
  const t = await getTranslations("register");
  const groups = sort.by === "date" ? byMonth(rows) : [[null, rows] as const];
  return (
    <div className="bleed">
      <table className="reg" role="table" aria-label={t("title")}>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => {
              const name = t(`columns.${column.name}`);
              if (!("sorts" in column))
                return (
                  <th key={column.name} role="columnheader" scope="col">
                    {name}
                  </th>
                );
              return (
                <th
                  key={column.name}
                  role="columnheader"
                  scope="col"
                  aria-sort={ariaSort(sort, column.sorts)}
                >
                  <a href={sort.hrefs[column.sorts]}>{name}</a>
                </th>
              );
            })}
            <th role="columnheader" scope="col">
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
