import { getTranslations } from "next-intl/server";
import { AccountRow } from "@/components/console/accounts/account-row";
import { type AccountSort, type AccountSortKey, sortsOf } from "@/lib/accounts/lists/account-list";
import { type AccountQuery, accountsPath } from "@/lib/accounts/lists/account-query";
import type { ListedAccount } from "@/lib/accounts/lists/list-accounts";

interface AccountTableProps {
  rows: readonly ListedAccount[];
  query: AccountQuery;
  timeZone: string;
  /** An account whose activation was mailed before this instant and not used counts as never activated. */
  unusedActivationBefore: Date;
}

const COLUMNS: readonly {
  name: "company" | "number" | "address" | "state" | "last";
  sorts?: AccountSortKey;
}[] = [
  { name: "company", sorts: "company" },
  { name: "number", sorts: "number" },
  { name: "address" },
  { name: "state" },
  { name: "last", sorts: "last" },
];

/** The table of accounts; on a phone each account is a card. Checkboxes select accounts for an action. */
export async function AccountTable({ rows, query, timeZone, unusedActivationBefore }: AccountTableProps) {
  const t = await getTranslations("console.accounts");
  const sortable = sortsOf(query);
  return (
    <table className="record-table account-table" role="table" aria-label={t("title")}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className="choice">
            <span className="sr-only">{t("columns.choice")}</span>
          </th>
          {COLUMNS.map(({ name, sorts }) => {
            const isSortable = sorts !== undefined && sortable.includes(sorts);
            return (
              <th
                key={name}
                role="columnheader"
                scope="col"
                className={name === "last" ? "last" : undefined}
                aria-sort={sorts && ariaSort(query.sort, sorts)}
              >
                {isSortable ? (
                  <a href={accountsPath(query, { sort: nextSort(query.sort, sorts) })}>
                    {t(`columns.${name}`)}
                  </a>
                ) : (
                  t(`columns.${name}`)
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <AccountRow
            key={row.id}
            row={row}
            query={query}
            timeZone={timeZone}
            unusedActivationBefore={unusedActivationBefore}
          />
        ))}
      </tbody>
    </table>
  );
}

function ariaSort(sort: AccountSort, column: AccountSortKey): "ascending" | "descending" | undefined {
  if (sort.by !== column) return undefined;
  return sort.isDescending ? "descending" : "ascending";
}

/**
 * Returns the order after a click on a column: a second click on the same column reverses it; a column of dates starts
 * with the newest.
 */
const nextSort = (sort: AccountSort, column: AccountSortKey): AccountSort => ({
  by: column,
  isDescending: sort.by === column ? !sort.isDescending : column === "last",
});
