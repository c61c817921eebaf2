import { getLocale, getTranslations } from "next-intl/server";
import { ScopeSwitch } from "@/components/invoices/register/scope-switch";
import { Breakdown } from "@/components/overview/breakdown";
import { ChartLegend } from "@/components/overview/chart-legend";
import { KindLegend } from "@/components/overview/kind-legend";
import { MonthChart } from "@/components/overview/month-chart";
import { MonthFinding } from "@/components/overview/month-finding";
import { MonthTable } from "@/components/overview/month-table";
import { PeriodFigures } from "@/components/overview/period-figures";
import { PeriodSwitch } from "@/components/overview/period-switch";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Switch } from "@/components/ui/switch";
import type { OverviewView } from "@/lib/overview/overview-view";
import type { ScopeChoice } from "@/lib/persons/scope-choice";
import type { TaskCounts } from "@/lib/tasks/task-counts";
import type { TaskLinks } from "@/lib/tasks/task-links";

interface OverviewPageProps {
  /** Null for all companies of the person. */
  customerNumber: string | null;
  overview: OverviewView;
  scope: ScopeChoice | null;
  counts: TaskCounts | null;
  taskLinks: TaskLinks;
}

/** `/overview`: the spending of one period by month and by contract or vehicle. */
export async function OverviewPage({
  customerNumber,
  overview,
  scope,
  counts,
  taskLinks,
}: OverviewPageProps) {
  const [locale, t, trade] = await Promise.all([
    getLocale(),
    getTranslations("overview"),
    getTranslations("trade"),
  ]);
  const { pairs, period, dimension, names, total, currency } = overview;
  const wordOf = (by: typeof dimension, form: "one" | "other" = "one") =>
    trade(`${by}.${form}`).toLocaleLowerCase(locale);
  const words = { word: wordOf(dimension), words: wordOf(dimension, "other") };
  return (
    <>
      <PageHead title={t("title")}>
        <p className="mr-auto text-2 text-ink-2">
          {customerNumber === null
            ? t("leadAll", { count: scope?.count ?? 0 })
            : t("lead", { number: customerNumber })}
        </p>
        <div className="overview-actions">
          <PeriodSwitch choices={overview.periods} />
          <LinkButton href={overview.exportHref}>
            <Icon name="download" />
            {t("export")}
          </LinkButton>
        </div>
      </PageHead>
      {scope && <ScopeSwitch scope={scope} />}
      <Switch
        label={t("currencies")}
        choices={overview.currencies.map(({ name, ...choice }) => ({ label: name, ...choice }))}
      />
      <PeriodFigures {...{ overview, counts, taskLinks }} />
      {overview.correctiveCount > 0 && (
        <div className="mt-6">
          <Note tone="info">
            <p>{t("corrective", { count: overview.correctiveCount })}</p>
          </Note>
        </div>
      )}
      <figure className="section mt-8 print:[print-color-adjust:exact]" aria-labelledby="by-month">
        <h2 id="by-month">{t("monthTitle")}</h2>
        <MonthFinding id="month-finding" findings={overview.findings} {...{ total, currency }} />
        <ChartLegend period={period} />
        <MonthChart {...{ pairs, currency }} labelledBy="by-month" describedBy="month-finding" />
        <MonthTable months={overview.tableMonths} total={overview.tableTotal} currency={currency} />
      </figure>
      <section className="section mt-8 print:[print-color-adjust:exact]" aria-labelledby="by-name">
        <h2 id="by-name">{t("byTitle", words)}</h2>
        <Switch
          label={t("dimensions")}
          choices={overview.dimensions.map(({ by, ...choice }) => ({
            label: t("by", { word: wordOf(by) }),
            ...choice,
          }))}
        />
        <KindLegend />
        <Breakdown {...{ dimension, currency, names, total }} />
        <p className="mt-3 text-1 text-ink-2">
          {overview.linesReadUpTo === null ? t("kindHint") : t("noLines", { count: overview.linesReadUpTo })}
          {names.some(({ kind }) => kind === "unsplit") && ` ${t("unsplitHint", words)}`}
        </p>
      </section>
    </>
  );
}
