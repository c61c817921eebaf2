import { getTranslations } from "next-intl/server";
import { AccountTable } from "@/components/console/accounts/account-table";
import { BulkBar } from "@/components/console/accounts/bulk-bar";
import { EmptyAccounts } from "@/components/console/accounts/empty-accounts";
import { ListTabs } from "@/components/console/accounts/list-tabs";
import { SortChoice } from "@/components/console/accounts/sort-choice";
import { FindBox } from "@/components/console/find-box";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import type { Assignee } from "@/lib/accounts/list-assignees";
import { UNUSED_ACTIVATION_DAYS } from "@/lib/accounts/lists/account-list";
import { type AccountQuery, accountsPath } from "@/lib/accounts/lists/account-query";
import type { AccountListResult } from "@/lib/accounts/lists/list-accounts";
import { MAX_FOUND } from "@/lib/accounts/search/found-account";
import { LEAVING_DAYS, UNSEEN_DAYS } from "@/lib/retention/unread-days";

interface AccountsPageProps {
  query: AccountQuery;
  result: AccountListResult;
  assignees: readonly Assignee[];
  supplierName: string;
  timeZone: string;
  unusedActivationBefore: Date;
}

/** `/console/accounts`: the customers of a supplier, found by a search or listed by what they need. */
export async function AccountsPage({ query, result, assignees, supplierName, ...shown }: AccountsPageProps) {
  const t = await getTranslations("console.accounts");
  const { rows, total, counts, all, previous, next } = result;
  const found =
    query.q === ""
      ? null
      : t("search.found", { ...countArguments(total), cut: String(result.isCut), max: MAX_FOUND });
  return (
    <>
      <PageHead title={t("title")}>
        <div className="actions">
          <LinkButton href="/console/accounts/import">{t("import")}</LinkButton>
          <LinkButton href={accountsPath(query, {}, "/console/accounts/export")}>
            <Icon name="download" />
            {t("export")}
          </LinkButton>
        </div>
      </PageHead>
      <FindBox q={query.q} list={query.list} found={found} />
      <ListTabs query={query} counts={counts} all={query.list === null && query.q !== "" ? total : all} />
      {query.list !== null && (
        <p className="mb-4 max-w-text text-2 text-ink-2">
          {t(`about.${query.list}`, { days: DAYS[query.list] ?? 0 })}
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyAccounts query={query} supplierName={supplierName} />
      ) : (
        <>
          <SortChoice query={query} />
          <form method="get" action="/console/accounts/bulk" className="bleed">
            <AccountTable rows={rows} query={query} {...shown} />
            <BulkBar assignees={assignees} shown={rows.map(({ id }) => id)} />
          </form>
        </>
      )}
      <Pager
        previousHref={previous && accountsPath(query, { before: previous })}
        nextHref={next && accountsPath(query, { after: next })}
        isNewestFirst={false}
      />
    </>
  );
}

const DAYS: Partial<Record<NonNullable<AccountQuery["list"]>, number>> = {
  never_activated: UNUSED_ACTIVATION_DAYS,
  unseen: UNSEEN_DAYS,
  leaving: LEAVING_DAYS,
};
