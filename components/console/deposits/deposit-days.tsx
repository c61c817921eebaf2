import { getLocale, getTranslations } from "next-intl/server";
import { formatDate, formatTime } from "@/lib/dates";
import { depositsPath } from "@/lib/deposits/deposit-filter";
import type { DepositDay } from "@/lib/deposits/list-deposit-days";
import { formatMoney } from "@/lib/money";
import { depositorName } from "./depositor-name";

/** What each key and person deposited on each day, with links to the files. */
export async function DepositDays({ days, timeZone }: { days: readonly DepositDay[]; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deposits")]);
  return (
    <table className="plain-table table-cards" aria-label={t("recent.caption")}>
      <thead>
        <tr>
          <th scope="col">{t("recent.who")}</th>
          <th scope="col" className="text-right">
            {t("recent.accepted")}
          </th>
          <th scope="col" className="text-right">
            {t("recent.refused")}
          </th>
          <th scope="col" className="text-right">
            {t("recent.total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, firstAt, by, accepted, refused, totals }) => (
          <tr key={`${day} ${by?.id ?? ""}`}>
            <th scope="row" className="card-line">
              <a className="tap-link" href={depositsPath({ show: "accepted", day, by: by?.id ?? null })}>
                {formatDate(day, locale)} {formatTime(firstAt, timeZone)}
              </a>
              <small>{depositorName(by, t)}</small>
            </th>
            <td className="card-line tablet:text-right" data-label={t("recent.accepted")}>
              {t("recent.count", { count: accepted })}
            </td>
            <td className="card-line tablet:text-right" data-label={t("recent.refused")}>
              {refused === 0 ? (
                <span className="text-ink-3">{t("recent.count", { count: 0 })}</span>
              ) : (
                <a className="font-medium text-bad" href={depositsPath({ show: "refused", day })}>
                  {t("recent.count", { count: refused })}
                </a>
              )}
            </td>
            <td className="card-line tablet:text-right whitespace-nowrap" data-label={t("recent.total")}>
              {totals.map(({ currency, totalMinor }) => (
                <span key={currency} className="mr-3 tablet:mr-0 tablet:block">
                  {formatMoney(totalMinor, currency, locale)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
