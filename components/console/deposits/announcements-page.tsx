import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FieldError } from "@/components/ui/field-frame";
import { Note } from "@/components/ui/note";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { Differences } from "@/lib/completeness/list-differences";
import { DifferenceTable } from "./difference-table";

interface AnnouncementsPageProps {
  fileHref: string;
  /** Why the last file was refused, in words. */
  refusal: string | null;
  /** The announcements that were just recorded. */
  saved: number | null;
  /** The announcements that differ from what arrived; null when they could not be compared in time. */
  announced: Differences | null;
  /** The months that are compared. */
  comparedMonths: number;
  links: { first: string | null; next: string | null };
  /** The current month, `YYYY-MM`. */
  month: string;
}

/** `/console/deposits/announcements`: what was announced and has not arrived, and the form that announces. */
export async function AnnouncementsPage(props: AnnouncementsPageProps) {
  const { fileHref, refusal, saved, announced, comparedMonths, links, month } = props;
  const t = await getTranslations("console.deposits");
  return (
    <>
      <Breadcrumb label={t("breadcrumb")} href="/console/deposits">
        {t("title")}
      </Breadcrumb>
      <h1 className="mb-3">{t("announcements.title")}</h1>
      <p className="mb-6 max-w-text text-2 text-ink-2">{t("announcements.lead")}</p>
      {saved !== null && (
        <div className="mb-6 max-w-text">
          <Note tone="ok">
            <p>{t("announcements.saved", { count: saved })}</p>
          </Note>
        </div>
      )}
      <div className="grid gap-8">
        <Section title={t("announcements.differences")}>
          <DifferenceTable announced={announced} months={comparedMonths} month={month} />
          <Pager previousHref={links.first} nextHref={links.next} isNewestFirst />
        </Section>
        <form method="post" action={fileHref} encType="multipart/form-data" className="file-drop bleed">
          <div className="field w-full">
            <label htmlFor="file" className="text-4 font-medium">
              {t("announcements.file")}
            </label>
            {refusal !== null && <FieldError id="file-error">{refusal}</FieldError>}
            <input
              id="file"
              type="file"
              name="file"
              accept=".csv,.txt,.tsv,.xlsx,text/csv"
              aria-describedby={refusal === null ? "file-hint" : "file-error file-hint"}
              aria-invalid={refusal === null ? undefined : true}
            />
            <p className="text-2 text-ink-2 wrap-anywhere" id="file-hint">
              {t("announcements.hint")}
            </p>
          </div>
          <button className="button button-main">{t("announcements.submit")}</button>
        </form>
      </div>
    </>
  );
}
