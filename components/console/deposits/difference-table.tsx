import { getLocale, getTranslations } from "next-intl/server";
import type { Difference } from "@/lib/completeness/list-differences";
import { formatMonth } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

interface DifferenceTableProps {
  differences: readonly Difference[];
  /** The current month, `YYYY-MM`. */
  month: string;
}

/** Announcements that differ from the documents on the portal, with both counts and amounts. */
export async function DifferenceTable({ differences, month: currentMonth }: DifferenceTableProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.deposits.announcements")]);
  return (
    <table className="plain-table table-cards" aria-label={t("differences")}>
      <thead>
        <tr>
          <th scope="col">{t("customer")}</th>
          <th scope="col">{t("month")}</th>
          <th scope="col" className="text-right">
            {t("announced")}
          </th>
          <th scope="col" className="text-right">
            {t("arrived")}
          </th>
          <th scope="col" className="text-right">
            {t("difference")}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => {
          const { accountId, month, currency, announced, arrived } = one;
          const lacking = announced.documents - arrived.documents;
          const amount = (minor: bigint) => formatMoney(minor, currency, locale);
          return (
            <tr key={`${accountId} ${month} ${currency}`}>
              <th scope="row" className="card-line">
                <a className="tap-link" href={`/console/accounts/${accountId}`}>
                  {one.companyName}
                </a>
                <small>{t("number", { number: one.customerNumber })}</small>
              </th>
              <td className="card-line" data-label={t("month")}>
                {formatMonth(month, locale)}
                {month === currentMonth && <small>{t("current")}</small>}
              </td>
              <td className="card-line tablet:text-right" data-label={t("announced")}>
                {t("documents", { count: announced.documents })}
                <small>{amount(announced.totalMinor)}</small>
              </td>
              <td className="card-line tablet:text-right" data-label={t("arrived")}>
                {t("documents", { count: arrived.documents })}
                <small>{amount(arrived.totalMinor)}</small>
              </td>
              <td className="card-line tablet:text-right" data-label={t("difference")}>
                <b className="font-medium text-bad">
                  {lacking > 0 && t("missing", { count: lacking })}
                  {lacking < 0 && t("extra", { count: -lacking })}
                  {lacking === 0 && t("sameCount")}
                </b>
                <small>{amount(announced.totalMinor - arrived.totalMinor)}</small>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
