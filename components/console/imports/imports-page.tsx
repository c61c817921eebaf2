import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-frame";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/dates";
import type { RecentImport } from "@/lib/imports/list-imports";
import { AccountsBreadcrumb } from "./accounts-breadcrumb";

interface ImportsPageProps {
  /** The address that the file is posted to, with the id of this form. */
  fileHref: string;
  /** Why the last file was refused; null when none was. */
  refusal: string | null;
  limits: { megabytes: number; lines: number };
  imports: readonly RecentImport[];
  timeZone: string;
}

/** `/console/accounts/import`: uploads a spreadsheet of customers, and lists the last imports. */
export async function ImportsPage({ fileHref, refusal, limits, imports, timeZone }: ImportsPageProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.imports")]);
  return (
    <>
      <AccountsBreadcrumb />
      <PageHead title={t("title")}>
        <div className="actions">
          <LinkButton href="/console/accounts/import/export?format=csv">{t("exportCsv")}</LinkButton>
          <LinkButton href="/console/accounts/import/export?format=xlsx">{t("exportXlsx")}</LinkButton>
        </div>
      </PageHead>
      <div className="grid gap-8">
        <form method="post" action={fileHref} encType="multipart/form-data" className="file-drop bleed">
          <div className="field w-full">
            <label htmlFor="file" className="text-4 font-medium">
              {t("file")}
            </label>
            {refusal && <FieldError id="file-error">{refusal}</FieldError>}
            <input
              id="file"
              type="file"
              name="file"
              accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              aria-describedby={refusal ? "file-error file-hint" : "file-hint"}
              aria-invalid={refusal ? true : undefined}
            />
            <p className="text-2 text-ink-2" id="file-hint">
              {t("fileHint", limits)}
            </p>
          </div>
          <button className="button button-main">{t("check")}</button>
        </form>
        <Section title={t("rules.title")}>
          <ul className="max-w-text list-disc space-y-1 pl-5 text-2">
            {(["columns", "empty", "remove", "old", "undo"] as const).map((rule) => (
              <li key={rule}>{t(`rules.${rule}`)}</li>
            ))}
          </ul>
        </Section>
        {imports.length > 0 && (
          <Section title={t("recent")}>
            <ul className="bleed border-t border-line bg-surface text-2">
              {imports.map((one) => (
                <li
                  key={one.id}
                  className="grid gap-x-4 border-b border-line px-4 py-2 desk:grid-cols-[minmax(0,1fr)_8rem_11rem_14rem]"
                >
                  <a className="tap-link break-words" href={`/console/accounts/import/${one.id}`}>
                    {one.fileName}
                  </a>
                  <span className="text-ink-2">{t("lines", { count: one.lineCount })}</span>
                  <span>{t(`states.${one.state}`)}</span>
                  <span className="text-ink-2">
                    {formatInstant(one.createdAt, locale, timeZone)}, {one.uploadedBy}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}
