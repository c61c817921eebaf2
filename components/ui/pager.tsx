import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

interface PagerProps {
  previousHref: string | null;
  nextHref: string | null;
  /** Whether previous pages hold newer entries. */
  isNewestFirst: boolean;
}

/** The links to the previous and next page. Keyset paging has no page numbers. */
export async function Pager({ previousHref, nextHref, isNewestFirst }: PagerProps) {
  if (previousHref === null && nextHref === null) return null;
  const t = await getTranslations("pager");
  return (
    <nav className="actions justify-between gap-4 pt-4" aria-label={t("label")}>
      {previousHref !== null && (
        <LinkButton href={previousHref}>
          <Icon name="back" />
          {t(isNewestFirst ? "newer" : "previous")}
        </LinkButton>
      )}
      {nextHref !== null && (
        <LinkButton href={nextHref} className="ml-auto">
          {t(isNewestFirst ? "older" : "next")}
          <Icon name="next" />
        </LinkButton>
      )}
    </nav>
  );
}
