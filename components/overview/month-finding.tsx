import { getLocale, getTranslations } from "next-intl/server";
import type { MonthPair, SpendShown } from "@/components/overview/overview-data";
import { monthInSentence } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";

interface MonthFindingProps {
  id: string;
  pairs: readonly MonthPair[];
  total: SpendShown;
}

/** The summary of the chart as text: sums, highest and lowest month, months without documents. */
export async function MonthFinding({ id, pairs, total }: MonthFindingProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview.finding")]);
  const money = (amount: SpendShown["net"]) => formatMoney(amount.minor, amount.currency, locale);
  const name = (month: string) => monthInSentence(month, locale);
  const months = pairs.map(({ now }) => now);
  const first = months.findIndex(({ href }) => href !== null);
  const complete = months.filter(({ href, isCurrent }) => href !== null && !isCurrent);
  const [lowest, highest] = extremes(complete);
  const gaps = months.slice(Math.max(first, 0)).filter(({ href, isCurrent }) => href === null && !isCurrent);
  return (
    <p id={id} className="mb-3 text-2 text-ink-2">
      {t("sums", {
        months: BREAKDOWN_MONTHS,
        invoices: money(total.invoices),
        creditNotes: money(total.creditNotes),
      })}
      {highest && ` ${t("highest", { month: name(highest.month), amount: money(highest.invoices) })}`}
      {lowest &&
        lowest !== highest &&
        ` ${t("lowest", { month: name(lowest.month), amount: money(lowest.invoices) })}`}
      {gaps.length > 0 &&
        ` ${t("gaps", { count: gaps.length, months: gaps.map(({ month }) => name(month)).join(", ") })}`}
      {months.at(-1)?.isCurrent && ` ${t("unfinished", { month: name(months.at(-1)?.month ?? "") })}`}
    </p>
  );
}

/** Returns the months with the lowest and highest invoices; the earlier one of equal months. */
function extremes(
  months: readonly MonthPair["now"][],
): [lowest: MonthPair["now"] | null, highest: MonthPair["now"] | null] {
  const pick = (isBetter: (a: bigint, b: bigint) => boolean) =>
    months.reduce<MonthPair["now"] | null>(
      (best, one) => (best === null || isBetter(one.invoices.minor, best.invoices.minor) ? one : best),
      null,
    );
  return [pick((a, b) => a < b), pick((a, b) => a > b)];
}
