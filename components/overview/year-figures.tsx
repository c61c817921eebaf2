import { getLocale, getTranslations } from "next-intl/server";
import type { Comparison, SpendShown } from "@/components/overview/overview-data";
import { monthName } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";

/** The few figures one comes for: this year beside the last, and what twelve months came to. */
export async function YearFigures({ year, total }: { year: Comparison | null; total: SpendShown }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview.figures")]);
  const money = ({ minor, currency }: SpendShown["net"]) => formatMoney(minor, currency, locale);
  return (
    <dl className="figs">
      {year && (
        <div>
          <dt>
            {t("span", {
              year: year.year,
              from: monthName(year.from, locale),
              through: monthName(year.through, locale),
              kind: year.before === null ? "begun" : year.from === year.through ? "one" : "several",
            })}
          </dt>
          <dd>{money(year.current)}</dd>
          <dd>{comparison(year)}</dd>
        </div>
      )}
      <div>
        <dt>{t("invoices", { months: BREAKDOWN_MONTHS })}</dt>
        <dd>{money(total.invoices)}</dd>
        <dd>{t("invoiceCount", { count: total.invoiceCount })}</dd>
      </div>
      <div>
        <dt>{t("creditNotes", { months: BREAKDOWN_MONTHS })}</dt>
        <dd>{money(total.creditNotes)}</dd>
        <dd>{t("creditNoteCount", { count: total.creditNoteCount })}</dd>
      </div>
      <div>
        <dt>{t("net", { months: BREAKDOWN_MONTHS })}</dt>
        <dd>{money(total.net)}</dd>
        <dd>{t("netHint")}</dd>
      </div>
    </dl>
  );

  function comparison({ year, before, percent, firstBefore }: Comparison): string {
    if (before === null) return t("notYet");
    if (firstBefore === null) return t("nothingBefore", { year: year - 1 });
    const values = { year: year - 1, before: money(before) };
    if (percent === null) return t("since", { ...values, month: monthName(firstBefore, locale) });
    return t("change", {
      ...values,
      direction: percent < 0 ? "down" : percent > 0 ? "up" : "same",
      percent: Math.abs(percent),
    });
  }
}
