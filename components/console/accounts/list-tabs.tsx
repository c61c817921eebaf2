import { getTranslations } from "next-intl/server";
import { ACCOUNT_LISTS } from "@/lib/accounts/lists/account-list";
import { type AccountQuery, accountsPath } from "@/lib/accounts/lists/account-query";
import type { ListCounts } from "@/lib/accounts/lists/count-lists";
import type { Count } from "@/lib/invoices/register/invoice-summary";

interface ListTabsProps {
  query: AccountQuery;
  counts: ListCounts;
  all: Count;
}

/** The lists of accounts, each with its number of accounts; a search is kept when another list is opened. */
export async function ListTabs({ query, counts, all }: ListTabsProps) {
  const t = await getTranslations("console.accounts");
  return (
    <nav className="list-tabs" aria-label={t("lists.label")}>
      {([null, ...ACCOUNT_LISTS] as const).map((list) => {
        const { value: count, isCapped } = list === null ? all : counts[list];
        return (
          <a
            key={list}
            className="view-link"
            href={accountsPath(query, { list })}
            aria-current={list === query.list ? "page" : undefined}
          >
            {t(`lists.${list ?? "all"}`)}
            <span className="list-count">{t("count", { count, capped: isCapped ? "yes" : "no" })}</span>
          </a>
        );
      })}
    </nav>
  );
}
