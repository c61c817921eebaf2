import { getLocale, getTranslations } from "next-intl/server";
import { Breakdown } from "@/components/overview/breakdown";
import { ChartLegend } from "@/components/overview/chart-legend";
import { MonthChart } from "@/components/overview/month-chart";
import { MonthFinding } from "@/components/overview/month-finding";
import { MonthTable } from "@/components/overview/month-table";
import { YearFigures } from "@/components/overview/year-figures";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Switch } from "@/components/ui/switch";
import { monthInSentence } from "@/lib/dates";
import { OVERVIEW_MONTHS } from "@/lib/month-settings";
import type { OverviewView } from "@/lib/overview/overview-view";

const ARCHIVE = "/invoices/archive";

interface OverviewPageProps {
  customerNumber: string;
  overview: OverviewView;
}

/** `/overview`: the account's spending by month and by contract or vehicle. */
export async function OverviewPage({ customerNumber, overview }: OverviewPageProps) {
  const [locale, t, trade, archive] = await Promise.all([
    getLocale(),
    getTranslations("overview"),
    getTranslations("trade"),
    getTranslations("archive"),
  ]);
  const { pairs, dimension, names, total, currency } = overview;
  const wordOf = (by: typeof dimension, form: "one" | "other" = "one") =>
    trade(`${by}.${form}`).toLocaleLowerCase(locale);
  const several = names.find(({ kind }) => kind === "several");
  return (
    <>
      <PageHead title={t("title")}>
        <p className="mr-auto text-2 text-ink-2">{t("lead", { number: customerNumber })}</p>
        <div className="flex flex-wrap items-center gap-3">
          <LinkButton href={overview.exportHref}>
            <Icon name="download" />
            {t("export")}
          </LinkButton>
          <LinkButton kind="quiet" href={ARCHIVE}>
            {archive("title")}
          </LinkButton>
        </div>
      </PageHead>
      <Switch
        label={t("currencies")}
        choices={overview.currencies.map(({ name, ...choice }) => ({ label: name, ...choice }))}
      />
      <YearFigures {...{ total, currency }} year={overview.year} />
      {overview.correctiveCount > 0 && (
        <div className="mt-6">
          <Note tone="info">
            <p>{t("corrective", { count: overview.correctiveCount, months: OVERVIEW_MONTHS })}</p>
          </Note>
        </div>
      )}
      <div className="overview-columns">
        <figure className="section" aria-labelledby="by-month">
          <h2 id="by-month">{t("monthTitle")}</h2>
          <MonthFinding id="month-finding" findings={overview.findings} {...{ total, currency }} />
          <ChartLegend />
          <MonthChart {...{ pairs, currency }} labelledBy="by-month" describedBy="month-finding" />
          <MonthTable months={overview.months} total={overview.monthsTotal} currency={currency} />
        </figure>
        <section className="section" aria-labelledby="by-name">
          <h2 id="by-name">{t("byTitle", { word: wordOf(dimension) })}</h2>
          <Switch
            label={t("dimensions")}
            choices={overview.dimensions.map(({ by, ...choice }) => ({
              label: t("by", { word: wordOf(by) }),
              ...choice,
            }))}
          />
          <p className="mb-4 text-2 text-ink-2">
            {t("byLead", { from: monthInSentence(pairs[0]?.now.month ?? "", locale) })}
          </p>
          <Breakdown {...{ dimension, currency, names, total }} />
          {several && (
            <p className="mt-3 text-1 text-ink-2">
              {t("severalHint", { word: wordOf(dimension), words: wordOf(dimension, "other") })}
            </p>
          )}
        </section>
      </div>
    </>
  );
}
