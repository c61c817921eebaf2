import { getLocale, getTranslations } from "next-intl/server";
import { countArguments } from "@/components/ui/count-arguments";
import { formatMonth } from "@/lib/dates";
import type { RegisterMonth } from "@/lib/invoices/register/register-table";
import { formatMoney } from "@/lib/money";

/**
 * The heading of a month: « Novembre 2026 11 factures … 5 054,03 € », with a link that downloads the invoices the user
 * has not downloaded yet.
 */
export async function RegisterMonthHead({
  month,
  summary,
}: {
  month: string;
  summary: RegisterMonth | undefined;
}) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("register")]);
  const remaining = summary?.remaining;
  return (
    <tr role="row" className="month">
      <th role="rowheader" scope="rowgroup" colSpan={5}>
        {formatMonth(month, locale)} {summary && <small>{t("count", countArguments(summary.count))}</small>}
      </th>
      <td role="cell" className="take" colSpan={2}>
        {remaining && (
          <a className="tap-link" href={remaining.href}>
            {t("takeMonth", { count: remaining.count })}
          </a>
        )}
      </td>
      <td role="cell" className="total">
        {summary?.totals.map(({ currency, withVatMinor }) => (
          <b key={currency}>{formatMoney(withVatMinor, currency, locale)}</b>
        ))}
      </td>
      <td role="cell" />
    </tr>
  );
}
