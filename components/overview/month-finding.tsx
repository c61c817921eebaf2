import { getLocale, getTranslations } from "next-intl/server";
import { monthInSentence } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import type { MonthFindings } from "@/lib/overview/month-view";
import type { SpendView } from "@/lib/overview/spend";

interface MonthFindingProps {
  id: string;
  findings: MonthFindings;
  total: SpendView;
  currency: string;
}

/** The summary of the chart as text: sums, highest and lowest month, months without documents. */
export async function MonthFinding({ id, findings, total, currency }: MonthFindingProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview.finding")]);
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const name = (month: string) => monthInSentence(month, locale);
  const { highest, lowest, gaps, unfinished } = findings;
  return (
    <p id={id} className="mb-3 text-2 text-ink-2">
      {t("sums", {
        invoices: money(total.invoicesMinor),
        creditNotes: money(total.creditNotesMinor),
      })}
      {highest && ` ${t("highest", { month: name(highest.month), amount: money(highest.invoicesMinor) })}`}
      {lowest &&
        lowest !== highest &&
        ` ${t("lowest", { month: name(lowest.month), amount: money(lowest.invoicesMinor) })}`}
      {gaps.length > 0 && ` ${t("gaps", { count: gaps.length, months: gaps.map(name).join(", ") })}`}
      {unfinished && ` ${t("unfinished", { month: name(unfinished) })}`}
    </p>
  );
}
