import { getTranslations } from "next-intl/server";
import { Actions } from "@/components/ui/actions";
import type { Count } from "@/components/ui/amount";
import { LinkButton } from "@/components/ui/button";
import { countArguments } from "@/components/ui/count-arguments";
import { EmptyState } from "@/components/ui/empty-state";

export interface NoMatchProps {
  /** What was searched for; null when the list is narrowed otherwise. */
  q: string | null;
  isAmount: boolean;
  /** The list without any filter. */
  clearHref: string;
  /** Older ones that match, beyond the display history or before the period; null when there are none. */
  older: { count: Count; showHref: string } | null;
  /** The same search at all dates; null when it looks there already. */
  everywhereHref: string | null;
  /** Where a number that left the portal is still known; null when no number was searched for. */
  removedHref: string | null;
}

/** Nothing matches: what was looked for, and each way on. */
export async function NoMatch(props: NoMatchProps) {
  const { q, older, everywhereHref, removedHref } = props;
  const t = await getTranslations("register.empty");
  return (
    <EmptyState title={q === null ? t("noMatchTitle") : t("noMatchOfTitle", { q })}>
      {q !== null && <p className="text-ink-2">{t(props.isAmount ? "searchedAmount" : "searched")}</p>}
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
        <LinkButton href={props.clearHref}>{t("clear")}</LinkButton>
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
