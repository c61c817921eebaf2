import { getTranslations } from "next-intl/server";
import type { Amount, Count } from "@/components/invoices/amount";
import { RegisterRows } from "@/components/invoices/register-rows";

export type RegisterRow = {
  id: string;
  number: string;
  type: "invoice" | "credit_note";
  /** Plain dates `YYYY-MM-DD`. */
  issuedOn: string;
  dueOn: string | null;
  contracts: readonly string[];
  vehicles: readonly string[];
  format: "pdf" | "facturx" | "zugferd" | "cii" | "ubl";
  totalWithoutVat: Amount | null;
  totalWithVat: Amount;
};

type RegisterProps = {
  /** Newest first. */
  rows: readonly RegisterRow[];
  /** How many invoices each month (`YYYY-MM`) counts in the period shown; a month may be left out. */
  monthCounts: Readonly<Record<string, Count>>;
  /** What the list's URL says, with its `?`: invoices lead back to where one was. */
  listQuery: string;
};

/** The invoices, a month under the other. */
export async function Register({ rows, monthCounts, listQuery }: RegisterProps) {
  const t = await getTranslations("register");
  const columns = [
    "issuedOn",
    "number",
    "contract",
    "vehicle",
    "dueOn",
    "format",
    "withoutVat",
    "withVat",
  ] as const;
  return (
    <div className="bleed">
      <table className="reg" role="table" aria-label={t("title")}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span className="sr-only">{t("columns.actions")}</span>
            </th>
          </tr>
        </thead>
        {byMonth(rows).map(([month, monthRows]) => (
          <RegisterRows
            key={month}
            month={month}
            count={monthCounts[month] ?? null}
            rows={monthRows}
            listQuery={listQuery}
          />
        ))}
      </table>
    </div>
  );
}

function byMonth(rows: readonly RegisterRow[]): [month: string, rows: RegisterRow[]][] {
  const months = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const month = row.issuedOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return [...months];
}
