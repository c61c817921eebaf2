import { getLocale, getTranslations } from "next-intl/server";
import { issuedBetween } from "@/components/invoices/filters/issued-between";
import { NoMatch } from "@/components/invoices/register/no-match";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { EmptyState } from "@/components/ui/empty-state";
import type { EmptyList as EmptyListReason } from "@/lib/invoices/register/empty-list";

interface EmptyListProps {
  empty: EmptyListReason;
  supplierName: string;
}

/** The text shown instead of an empty table: the reason, with links to other lists. */
export async function EmptyList({ empty, supplierName }: EmptyListProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register.empty")]);
  switch (empty.kind) {
    case "none_yet":
      return (
        <EmptyState title={t("noneYetTitle")}>
          <p className="text-ink-2">{t("first", { supplier: supplierName })}</p>
        </EmptyState>
      );
    case "none_in_period":
      return (
        <EmptyState title={t("noneInPeriodTitle", { months: empty.months })}>
          <p className="text-ink-2">
            {t.rich("hidden", { ...countArguments(empty.hidden), b: (words) => <b>{words}</b> })}
          </p>
          <Actions>
            <LinkButton kind="main" href={empty.showHiddenHref}>
              {t("showHidden", countArguments(empty.hidden))}
            </LinkButton>
          </Actions>
        </EmptyState>
      );
    case "no_match":
      return <NoMatch reason={empty} />;
    case "chosen":
      return (
        <EmptyState title={t("noneChosenTitle", issuedBetween(empty, locale))}>
          <p className="text-ink-2">{t("noneChosen")}</p>
          <Actions>
            <LinkButton kind="main" href={empty.backHref}>
              {t("back", { months: empty.months })}
            </LinkButton>
          </Actions>
        </EmptyState>
      );
    case "end_of_list":
      return (
        <EmptyState title={t("endTitle")}>
          <p className="text-ink-2">{t("end")}</p>
          <Actions>
            <LinkButton href={empty.firstPageHref}>{t("firstPage")}</LinkButton>
          </Actions>
        </EmptyState>
      );
  }
}
