import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import type { ArchiveCompany } from "@/lib/completeness/archive-view";
import { formatMonth, monthInSentence } from "@/lib/dates";
import { mailtoHref } from "@/lib/mail-address";

interface AnnouncedNoteProps {
  announced: ArchiveCompany["announced"];
  adviserEmail: string;
}

/**
 * What the supplier announced, compared with what is here: that nothing is missing, said only when counts and amounts
 * agree, or the months that differ. Nothing without an announcement.
 */
export async function AnnouncedNote({ announced, adviserEmail }: AnnouncedNoteProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.announced")]);
  const { complete, incomplete } = announced;
  if (incomplete.length > 0)
    return (
      <div className="mb-4">
        <Note tone="warn" title={t("missingTitle")}>
          <ul>
            {incomplete.map(({ month, documents, missing }) => (
              <li key={month}>
                {t("missing", { month: formatMonth(month, locale), announced: documents, count: missing })}
              </li>
            ))}
          </ul>
          <p>{t.rich("ask", { email: () => <a href={mailtoHref(adviserEmail)}>{adviserEmail}</a> })}</p>
        </Note>
      </div>
    );
  if (complete.length === 0) return null;
  const months = new Intl.ListFormat(locale).format(
    complete.map(({ month }) => monthInSentence(month, locale)),
  );
  return (
    <div className="mb-4">
      <Note tone="ok" title={t("certainTitle")}>
        <p>{t("certain", { months, count: complete.reduce((sum, { documents }) => sum + documents, 0) })}</p>
      </Note>
    </div>
  );
}
