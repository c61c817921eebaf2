import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Entries, Entry } from "@/components/ui/entries";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import type { AnswerTemplate } from "@/lib/requests/list-templates";

const REQUESTS = "/console/requests";

interface TemplatesPageProps {
  templates: readonly AnswerTemplate[];
  isRemoved: boolean;
}

/** `/console/templates`: the supplier's ready-made answers. */
export async function TemplatesPage({ templates, isRemoved }: TemplatesPageProps) {
  const t = await getTranslations("console.templates");
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} href={REQUESTS}>
        {t("back")}
      </Breadcrumb>
      <PageHead title={t("title")}>
        <LinkButton href="/console/templates/new" kind="main">
          {t("new")}
        </LinkButton>
      </PageHead>
      {isRemoved && (
        <div className="mb-5">
          <Note tone="ok">
            <p>{t("removed")}</p>
          </Note>
        </div>
      )}
      {templates.length === 0 ? (
        <EmptyState title={t("noneTitle")}>
          <p>{t("none")}</p>
        </EmptyState>
      ) : (
        <Entries>
          {templates.map(({ id, title, texts }) => (
            <Entry
              key={id}
              title={
                <a className="tap-link" href={`/console/templates/${id}`}>
                  {title}
                </a>
              }
              detail={<span className="line-clamp-2">{texts.fr || texts.en}</span>}
            >
              <span className="text-1 text-ink-2">
                {t("languages", { fr: texts.fr ? "yes" : "no", en: texts.en ? "yes" : "no" })}
              </span>
            </Entry>
          ))}
        </Entries>
      )}
    </>
  );
}
