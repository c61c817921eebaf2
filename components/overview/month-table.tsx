import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth, monthInSentence } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import type { MonthView } from "@/lib/overview/month-view";
import type { SpendView } from "@/lib/overview/spend";

interface MonthTableProps {
  /** Newest first. */
  months: readonly MonthView[];
  total: SpendView;
  currency: string;
}

/** The exact figures of the chart, folded under « Voir en tableau ». */
export async function MonthTable({ months, total, currency }: MonthTableProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview")]);
  const columns = ["invoices", "creditNotes", "net"] as const;
  const amounts = (spend: SpendView) =>
    columns.map((column) => (
      <td key={column}>
        <span>{formatMoney(spend[`${column}Minor`], currency, locale)}</span>
      </td>
    ));
  const [first, last] = [months.at(-1)?.month ?? "", months.at(0)?.month ?? ""];
  const title = t("table.title", { from: monthInSentence(first, locale), to: monthInSentence(last, locale) });
  return (
    <details className="chart-table mt-2 text-2">
      <summary>{t("table.open")}</summary>
      <div className="overflow-x-auto">
        <table className="totals chart-figures" aria-label={title}>
          <thead>
            <tr>
              <th scope="col" className="month-name">
                {t("table.month")}
              </th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(`table.${column}`)}
                </th>
              ))}
              <th scope="col" className="documents">
                {t("table.documents")}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((one) => (
              <tr key={one.month}>
                <th scope="row" className="month-name">
                  {one.href === null ? (
                    formatMonth(one.month, locale)
                  ) : (
                    <a href={one.href}>{formatMonth(one.month, locale)}</a>
                  )}{" "}
                  {one.isCurrent && <small>{t("table.current")}</small>}
                </th>
                {one.href === null ? <td colSpan={3}>{t("table.none")}</td> : amounts(one)}
                <td className="documents">{one.invoiceCount + one.creditNoteCount}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="total">
              <th scope="row" className="month-name">
                {t("table.total")}
              </th>
              {amounts(total)}
              <td className="documents">{total.invoiceCount + total.creditNoteCount}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  );
}
