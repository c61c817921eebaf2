import { getLocale, getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/archive/figures-table";
import { Icon } from "@/components/ui/icon";
import type { ArchiveMonth } from "@/lib/completeness/archive-month";
import { formatMonth } from "@/lib/dates";

/** The figures of each month up to now, with a link that downloads what is left, or else the whole month. */
export async function MonthTable({ months }: { months: readonly ArchiveMonth[] }) {
  const t = await getTranslations("archive.table");
  return (
    <FiguresTable
      caption={t("caption")}
      columns={[
        { name: t("month"), className: "row-name" },
        { name: t("deposited") },
        { name: t("downloaded") },
        { name: t("downloadedByAnyone") },
        { name: t("take"), className: "row-action" },
      ]}
    >
      {months
        .filter(({ state }) => state !== "future")
        .map((month) => (
          <Row key={month.month} month={month} />
        ))}
    </FiguresTable>
  );
}

async function Row({ month }: { month: ArchiveMonth }) {
  const [locale, t, accounting] = await Promise.all([
    getLocale(),
    getTranslations("archive.table"),
    getTranslations("accounting"),
  ]);
  const { deposited, taken, takenByAnyone, removed, downloadHref, accountingHref } = month;
  const name = formatMonth(`${month.month}-01`, locale);
  const rest = deposited - taken;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="row-name">
        {deposited > 0 ? <a href={month.listHref}>{name}</a> : name}
      </th>
      <td role="cell" data-label={t("deposited")}>
        {t("count", { count: deposited })}
        {removed > 0 && <small>{t("removed", { count: removed })}</small>}
      </td>
      <td role="cell" data-label={t("downloaded")}>
        {t("count", { count: taken })}
      </td>
      <td role="cell" data-label={t("downloadedByAnyone")}>
        {t("count", { count: takenByAnyone })}
      </td>
      <td role="cell" className="row-action">
        {downloadHref !== null && (
          <a className="tap-link gap-[0.4em]" href={downloadHref}>
            <Icon name="download" />
            {rest > 0 ? t("takeRest", { count: rest }) : t("takeMonth", { count: deposited })}
            <span className="sr-only"> {t("ofMonth", { month: name })}</span>
          </a>
        )}
        {accountingHref !== null && (
          <small>
            <a className="tap-link" href={accountingHref}>
              {accounting("take")}
              <span className="sr-only"> {t("ofMonth", { month: name })}</span>
            </a>
          </small>
        )}
      </td>
    </tr>
  );
}
