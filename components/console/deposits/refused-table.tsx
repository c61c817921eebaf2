import { getLocale, getTranslations } from "next-intl/server";
import { formatInstant } from "@/lib/dates";
import type { RefusedFile } from "@/lib/deposits/refused-file";
import { depositorName } from "./depositor-name";
import { problemWords } from "./problem-words";

interface RefusedTableProps {
  label: string;
  files: readonly RefusedFile[];
  timeZone: string;
}

/** Refused files with what is wrong and what to do, one a row; cards on a phone. */
export async function RefusedTable({ label, files, timeZone }: RefusedTableProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deposits")]);
  return (
    <table className="plain-table table-cards" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("refused.file")}</th>
          <th scope="col">{t("refused.why")}</th>
          <th scope="col">{t("refused.when")}</th>
          <th scope="col">
            <span className="sr-only">{t("refused.action")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => {
          const [problem] = problemWords(file, t);
          const isOpen = file.resolution === null;
          return (
            <tr key={file.id}>
              <th scope="row" className="card-line wrap-anywhere">
                {file.fileName}
              </th>
              <td className="card-line">
                {isOpen ? (
                  <b className="font-medium text-bad">{problem?.title}</b>
                ) : (
                  <b className="font-medium">{t(`refused.resolutions.${file.resolution ?? "accepted"}`)}</b>
                )}
                <small>{isOpen ? problem?.advice : problem?.title}</small>
              </td>
              <td className="card-line text-ink-2" data-label={t("refused.when")}>
                <time dateTime={file.lastRefusedAt.toISOString()}>
                  {formatInstant(file.lastRefusedAt, locale, timeZone)}
                </time>
                <small>
                  {depositorName(file.by, t)}
                  {file.attempts > 1 && `, ${t("refused.attempts", { count: file.attempts })}`}
                </small>
              </td>
              <td className="card-line tablet:text-right">
                <a className="button" href={`/console/deposits/${file.id}`}>
                  {isOpen && file.keptUntil ? t("refused.correct") : t("refused.see")}{" "}
                  <span className="sr-only">{file.fileName}</span>
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
