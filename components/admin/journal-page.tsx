import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { formatInstant } from "@/lib/dates";
import { AdminBreadcrumb } from "./breadcrumb";

/** One line of the journal, as text. */
export interface JournalRow {
  id: string;
  at: Date;
  /** The identifier of the user at the time of the change, or the name of another actor, such as the supplier. */
  who: string;
  /** The user's current name; may be "". */
  name: string;
  what: string;
}

interface JournalPageProps {
  rows: readonly JournalRow[];
  olderHref: string | null;
  timeZone: string;
}

/** `/admin/journal`: the changes in this account and who made them. */
export async function JournalPage({ rows, olderHref, timeZone }: JournalPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("admin.journal")]);
  return (
    <>
      <AdminBreadcrumb />
      <PageHead title={t("title")}>
        <LinkButton href="/admin/journal/export">
          <Icon name="download" />
          {t("export")}
        </LinkButton>
      </PageHead>
      <p className="mb-4 text-ink-2">{t("lead")}</p>
      {rows.length === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <ol className="bleed border border-line bg-surface text-2" aria-label={t("title")}>
          {rows.map(({ id, at, who, name, what }) => (
            <li
              key={id}
              className="grid gap-x-4 border-b border-line px-4 py-2 last:border-b-0 tablet:grid-cols-[10rem_minmax(0,20rem)_minmax(0,1fr)]"
            >
              <span className="text-ink-2">{formatInstant(at, locale, timeZone)}</span>
              <span className="break-words">
                <b className="mr-2 font-medium">{who}</b>
                {name && <span className="inline-block text-ink-2">{name}</span>}
              </span>
              <span className="break-words">{what}</span>
            </li>
          ))}
        </ol>
      )}
      {olderHref !== null && (
        <nav className="actions justify-end pt-4" aria-label={t("pages")}>
          <LinkButton href={olderHref}>
            {t("older")}
            <Icon name="next" />
          </LinkButton>
        </nav>
      )}
    </>
  );
}
