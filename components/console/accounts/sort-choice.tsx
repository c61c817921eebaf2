import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/button";
import { sortsOf, writeAccountSort } from "@/lib/accounts/lists/account-list";
import type { AccountQuery } from "@/lib/accounts/lists/account-query";

/** The order of the list, on a phone, where the table has no column titles. */
export async function SortChoice({ query }: { query: AccountQuery }) {
  const t = await getTranslations("console.accounts");
  return (
    <form method="get" action="/console/accounts" className="mb-4 flex items-end gap-2 desk:hidden">
      {query.list !== null && <input type="hidden" name="list" value={query.list} />}
      {query.q !== "" && <input type="hidden" name="q" value={query.q} />}
      <div className="field flex-1">
        <label htmlFor="sort" className="text-1 font-medium">
          {t("sort.label")}
        </label>
        <select id="sort" name="sort" className="input" defaultValue={writeAccountSort(query.sort)}>
          {sortsOf(query).map((by) => (
            <option key={by} value={writeAccountSort({ by, isDescending: by === "last" })}>
              {t(`columns.${by}`)}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton>{t("sort.button")}</SubmitButton>
    </form>
  );
}
