import { getLocale, getTranslations } from "next-intl/server";
import type { MonthShown } from "@/components/archive/archive-data";
import { Icon } from "@/components/ui/icon";
import { formatMonth } from "@/lib/dates";

/** The months in figures, each with one way to take what is left; those to come are left out. */
export async function MonthTable({ months }: { months: readonly MonthShown[] }) {
  const t = await getTranslations("archive.table");
  return (
    <table role="table" className="taken">
      <caption className="sr-only">{t("caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t("month")}
          </th>
          <th role="columnheader" scope="col">
            {t("deposited")}
          </th>
          <th role="columnheader" scope="col">
            {t("mine")}
          </th>
          <th role="columnheader" scope="col">
            {t("anyones")}
          </th>
          <th role="columnheader" scope="col">
            {t("take")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {months
          .filter(({ state }) => state !== "future")
          .map((month) => (
            <Row key={month.month} month={month} />
          ))}
      </tbody>
    </table>
  );
}

async function Row({ month }: { month: MonthShown }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("archive.table")]);
  const { deposited, mine, anyones, removed, takeHref } = month;
  const name = formatMonth(`${month.month}-01`, locale);
  const rest = deposited - mine;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {deposited > 0 ? <a href={month.listHref}>{name}</a> : name}
      </th>
      <td role="cell" data-label={t("deposited")}>
        {t("count", { count: deposited })}
        {removed > 0 && <small>{t("removed", { count: removed })}</small>}
      </td>
      <td role="cell" data-label={t("mine")}>
        {t("count", { count: mine })}
      </td>
      <td role="cell" data-label={t("anyones")}>
        {t("count", { count: anyones })}
      </td>
      <td role="cell">
        {takeHref !== null && (
          <a className="go" href={takeHref}>
            <Icon name="download" />
            {rest > 0 ? t("takeRest", { count: rest }) : t("takeMonth", { count: deposited })}
            <span className="sr-only"> {t("ofMonth", { month: name })}</span>
          </a>
        )}
      </td>
    </tr>
  );
}
