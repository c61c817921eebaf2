import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { UNUSED_ACTIVATION_DAYS } from "@/lib/accounts/lists/account-list";
import { type AccountQuery, accountsPath } from "@/lib/accounts/lists/account-query";

/** The text shown instead of an empty list of accounts, with links to other lists. */
export async function EmptyAccounts({ query, supplierName }: { query: AccountQuery; supplierName: string }) {
  const t = await getTranslations("console.accounts.empty");
  const { q, list } = query;
  if (q !== "")
    return (
      <EmptyState title={t("noMatchTitle", { q })}>
        <p className="text-ink-2">{t("noMatch")}</p>
        <Actions>
          {list !== null && (
            <LinkButton kind="main" href={accountsPath(query, { list: null })}>
              {t("everywhere")}
            </LinkButton>
          )}
          <LinkButton href={accountsPath({ ...query, q: "" })}>{t("clear")}</LinkButton>
        </Actions>
      </EmptyState>
    );
  if (list === null)
    return (
      <EmptyState title={t("noneTitle")}>
        <p className="text-ink-2">{t("none", { supplier: supplierName })}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t(`lists.${list}`, { days: UNUSED_ACTIVATION_DAYS })}>
      <Actions>
        <LinkButton href="/console">{t("today")}</LinkButton>
        <LinkButton href="/console/accounts">{t("all")}</LinkButton>
      </Actions>
    </EmptyState>
  );
}
