import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { EmptyState } from "@/components/ui/empty-state";
import type { NoMatch as NoMatchReason } from "@/lib/invoices/register/empty-list";

/** The text for a search without results: the searched terms, with links to other searches. */
export async function NoMatch({ reason }: { reason: NoMatchReason }) {
  const { q, older, everywhereHref, removedHref } = reason;
  const t = await getTranslations("register.empty");
  return (
    <EmptyState title={q === null ? t("noMatchTitle") : t("noMatchOfTitle", { q })}>
      {q !== null && <p className="text-ink-2">{t(reason.isAmount ? "searchedAmount" : "searched")}</p>}
      {older && (
        <p>
          {t.rich("olderMatch", {
            ...countArguments(older.count),
            b: (words) => <b>{words}</b>,
          })}
        </p>
      )}
      <Actions>
        {older && (
          <LinkButton kind="main" href={older.showHref}>
            {t("showHidden", countArguments(older.count))}
          </LinkButton>
        )}
        {!older && everywhereHref !== null && (
          <LinkButton kind="main" href={everywhereHref}>
            {t("everywhere")}
          </LinkButton>
        )}
        <LinkButton href={reason.clearHref}>{t("clear")}</LinkButton>
      </Actions>
      {removedHref !== null && q !== null && (
        <p className="text-ink-2">
          {t("removed")}{" "}
          <a className="tap-link" href={removedHref}>
            {t("searchRemoved", { number: q })}
          </a>
        </p>
      )}
    </EmptyState>
  );
}
