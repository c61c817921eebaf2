import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Keyset paging, newest first: there is a page before, a page after, and no page numbers. */
export async function Pager({
  newerHref,
  olderHref,
}: {
  newerHref: string | null;
  olderHref: string | null;
}) {
  if (newerHref === null && olderHref === null) return null;
  const t = await getTranslations("pager");
  return (
    <nav className="acts-full flex flex-wrap items-center justify-between gap-4 pt-4" aria-label={t("label")}>
      {newerHref !== null && (
        <LinkButton href={newerHref}>
          <Icon name="back" />
          {t("newer")}
        </LinkButton>
      )}
      {olderHref !== null && (
        <LinkButton href={olderHref} className="ml-auto">
          {t("older")}
          <Icon name="next" />
        </LinkButton>
      )}
    </nav>
  );
}
