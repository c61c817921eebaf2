import { getLocale, getTranslations } from "next-intl/server";
import { monthName } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";
import type { YearComparison } from "@/lib/overview/compare-years";
import type { SpendView } from "@/lib/overview/overview-view";

interface YearFiguresProps {
  year: YearComparison | null;
  total: SpendView;
  currency: string;
}

/** The main figures: this year compared with last year, and the totals of twelve months. */
export async function YearFigures({ year, total, currency }: YearFiguresProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview.figures")]);
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  return (
    <dl className="year-figures">
      {year && (
        <Figure
          term={t("span", {
            year: year.year,
            from: monthName(year.from, locale),
            through: monthName(year.through, locale),
            kind: year.beforeMinor === null ? "begun" : year.from === year.through ? "one" : "several",
          })}
          amount={money(year.currentMinor)}
          detail={comparison(year)}
        />
      )}
      <Figure
        term={t("invoices", { months: BREAKDOWN_MONTHS })}
        amount={money(total.invoicesMinor)}
        detail={t("invoiceCount", { count: total.invoiceCount })}
      />
      <Figure
        term={t("creditNotes", { months: BREAKDOWN_MONTHS })}
        amount={money(total.creditNotesMinor)}
        detail={t("creditNoteCount", { count: total.creditNoteCount })}
      />
      <Figure
        term={t("net", { months: BREAKDOWN_MONTHS })}
        amount={money(total.netMinor)}
        detail={t("netHint")}
      />
    </dl>
  );

  function comparison({ year, beforeMinor, percent, firstBefore }: YearComparison): string {
    if (beforeMinor === null) return t("notYet");
    if (firstBefore === null) return t("nothingBefore", { year: year - 1 });
    const values = { year: year - 1, before: money(beforeMinor) };
    if (percent === null) return t("since", { ...values, month: monthName(firstBefore, locale) });
    return t("change", {
      ...values,
      direction: percent < 0 ? "down" : percent > 0 ? "up" : "same",
      percent: Math.abs(percent),
    });
  }
}

function Figure({ term, amount, detail }: Record<"term" | "amount" | "detail", string>) {
  return (
    <div>
      <dt className="text-2 text-ink-2">{term}</dt>
      <dd className="text-5 leading-[1.25] font-bold wrap-anywhere">{amount}</dd>
      <dd className="text-1 leading-[1.25] wrap-anywhere text-ink-2">{detail}</dd>
    </div>
  );
}
