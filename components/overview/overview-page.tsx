import { getLocale, getTranslations } from "next-intl/server";
import { Breakdown } from "@/components/overview/breakdown";
import { ChartLegend } from "@/components/overview/chart-legend";
import { MonthChart } from "@/components/overview/month-chart";
import { MonthFinding } from "@/components/overview/month-finding";
import { MonthTable } from "@/components/overview/month-table";
import type {
  Comparison,
  Dimension,
  MonthPair,
  MonthShown,
  NameShown,
  SpendShown,
} from "@/components/overview/overview-data";
import { YearFigures } from "@/components/overview/year-figures";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { type Choice, Switch } from "@/components/ui/switch";
import { monthInSentence } from "@/lib/dates";
import { OVERVIEW_MONTHS } from "@/lib/month-settings";

const ARCHIVE = "/invoices/archive";

interface OverviewPageProps {
  customerNumber: string;
  /** The link that exports the documents of these months as a workbook. */
  exportHref: string;
  currency: string;
  /** Not shown if there is only one currency. */
  currencies: readonly Choice[];
  /** Oldest first. */
  pairs: readonly MonthPair[];
  /** All months, newest first; `monthsTotal` is their sum. */
  months: readonly MonthShown[];
  monthsTotal: SpendShown;
  year: Comparison | null;
  /** The total of the last twelve months, which is also the sum of the breakdown. */
  total: SpendShown;
  dimension: Dimension;
  dimensions: readonly Choice[];
  names: readonly NameShown[];
  /** The number of corrective invoices: they replace the invoices they refer to, but both are counted. */
  correctiveCount: number;
}

/** `/overview`: the account's spending by month and by contract or vehicle. */
export async function OverviewPage(props: OverviewPageProps) {
  const [locale, t, archive] = await Promise.all([
    getLocale(),
    getTranslations("overview"),
    getTranslations("archive"),
  ]);
  const { pairs, dimension, names, total, currency } = props;
  const several = names.find(({ kind }) => kind === "several");
  return (
    <>
      <PageHead title={t("title")}>
        <p className="mr-auto text-2 text-ink-2">{t("lead", { number: props.customerNumber })}</p>
        <div className="flex flex-wrap items-center gap-3">
          <LinkButton href={props.exportHref}>
            <Icon name="download" />
            {t("export")}
          </LinkButton>
          <LinkButton kind="quiet" href={ARCHIVE}>
            {archive("title")}
          </LinkButton>
        </div>
      </PageHead>
      <Switch label={t("currencies")} choices={props.currencies} />
      <YearFigures year={props.year} total={total} />
      {props.correctiveCount > 0 && (
        <div className="mt-6">
          <Note tone="info">
            <p>{t("corrective", { count: props.correctiveCount, months: OVERVIEW_MONTHS })}</p>
          </Note>
        </div>
      )}
      <div className="mt-8 grid grid-cols-[minmax(0,7fr)_minmax(0,5fr)] items-start gap-12 max-desk:grid-cols-[minmax(0,1fr)] max-desk:gap-8 print:[print-color-adjust:exact]">
        <figure className="section" aria-labelledby="by-month">
          <h2 id="by-month">{t("monthTitle")}</h2>
          <MonthFinding id="month-finding" pairs={pairs} total={total} />
          <ChartLegend />
          <MonthChart {...{ pairs, currency }} labelledBy="by-month" describedBy="month-finding" />
          <MonthTable months={props.months} total={props.monthsTotal} />
        </figure>
        <section className="section" aria-labelledby="by-name">
          <h2 id="by-name">{t(`byTitle.${dimension}`)}</h2>
          <Switch label={t("dimensions")} choices={props.dimensions} />
          <p className="mb-4 text-2 text-ink-2">
            {t("byLead", { from: monthInSentence(pairs[0]?.now.month ?? "", locale), dimension })}
          </p>
          <Breakdown dimension={dimension} names={names} total={total} />
          {several && <p className="mt-3 text-1 text-ink-2">{t("severalHint", { dimension })}</p>}
        </section>
      </div>
    </>
  );
}
