import { getLocale, getTranslations } from "next-intl/server";
import type { Differences } from "@/lib/completeness/list-differences";
import { formatMonth } from "@/lib/dates";
import { formatMoney } from "@/lib/money";

interface DifferenceTableProps {
  /** Null when they could not be compared in time. */
  announced: Differences | null;
  /** The months that are compared. */
  months: number;
  /** The current month, `YYYY-MM`. */
  month: string;
}

/** Which months are compared, and the announcements that differ from the documents, with both counts and amounts. */
export async function DifferenceTable({ announced: found, months, month }: DifferenceTableProps) {
  const t = await getTranslations("console.deposits.announcements");
  if (!found) return <p className="text-2 text-ink-2">{t("notCompared")}</p>;
  const { differences, announced } = found;
  if (differences.length === 0)
    return (
      <p className="text-2 text-ink-2">
        {announced > 0 ? t("allAgree", { months }) : t("nothing", { months })}
      </p>
    );
  return (
    <>
      <p className="mb-2 text-2 text-ink-2">{t("compared", { months })}</p>
      <Table differences={differences} month={month} />
    </>
  );
}

interface TableProps {
  differences: Differences["differences"];
  /** The current month, `YYYY-MM`. */
  month: string;
}

async function Table({ differences, month: currentMonth }: TableProps) {
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
