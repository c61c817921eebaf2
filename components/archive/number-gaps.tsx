import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import type { NumberGap } from "@/lib/completeness/number-gaps";
import { formatMonth } from "@/lib/dates";
import { mailtoHref } from "@/lib/mail-address";

/** The skipped invoice numbers and what they may mean. Worded as a question to the adviser, not as an accusation. */
export async function NumberGaps({
  gaps,
  adviserEmail,
}: {
  gaps: readonly NumberGap[];
  adviserEmail: string;
}) {
  if (gaps.length === 0) return null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.gaps")]);
  return (
    <div className="mt-4">
      <Note tone="info" title={t("title")}>
        <ul>
          {gaps.map(({ month, after, before, missing }) => (
            <li key={after}>
              {t.rich("gap", {
                month: formatMonth(`${month}-01`, locale),
                count: missing.length,
                numbers: missing.join(", "),
                after,
                before,
                b: (words) => <b>{words}</b>,
              })}
            </li>
          ))}
        </ul>
        <p>
          {t.rich("meaning", {
            email: () => <a href={mailtoHref(adviserEmail)}>{adviserEmail}</a>,
          })}
        </p>
      </Note>
    </div>
  );
}
