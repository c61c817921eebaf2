import type { RegisterWords } from "@/components/invoices/filters/register-words";
import { countArguments } from "@/components/ui/count-arguments";
import { Icon } from "@/components/ui/icon";
import { formatMonth } from "@/lib/dates";
import type { RegisterMonth } from "@/lib/invoices/register/register-table";
import { formatMoney } from "@/lib/money";

interface RegisterMonthHeadProps {
  month: string;
  summary: RegisterMonth | undefined;
  /** The number of columns of the table, without the boxes and the downloads. */
  columns: number;
  words: RegisterWords;
}

/**
 * The heading of a month: « Novembre 2026 11 factures, dont 1 avoir … 5 054,03 € », with a link that downloads the invoices
 * the user has not taken yet.
 */
export function RegisterMonthHead({ month, summary, columns, words: { t, locale } }: RegisterMonthHeadProps) {
  const remaining = summary?.remaining;
  return (
    <tr role="row" className="month">
      <th role="rowheader" scope="rowgroup" colSpan={columns - 2}>
        {formatMonth(month, locale)}{" "}
        {summary && (
          <small>
            {t("count", countArguments(summary.count))}
            {summary.creditNotes > 0 && `, ${t("result.creditNotes", { count: summary.creditNotes })}`}
          </small>
        )}
      </th>
      <td role="cell" className="take" colSpan={2}>
        {remaining && (
          <a className="tap-link" href={remaining.href}>
            <span className="max-desk:sr-only">{t("takeMonth", { count: remaining.count })}</span>
            <span className="desk:hidden" aria-hidden="true">
              <Icon name="download" /> {remaining.count}
            </span>
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
