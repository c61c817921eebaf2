import { getLocale, getTranslations } from "next-intl/server";
import { ChartLegend } from "@/components/overview/chart-legend";
import { MonthChart } from "@/components/overview/month-chart";
import { MonthTable } from "@/components/overview/month-table";
import { PeriodSwitch } from "@/components/overview/period-switch";
import { VehicleDocuments } from "@/components/overview/vehicle-documents";
import { VehicleFigures } from "@/components/overview/vehicle-figures";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Switch } from "@/components/ui/switch";
import { formatDate } from "@/lib/dates";
import type { VehicleView } from "@/lib/overview/vehicle-view";

/** `/overview/vehicles/{plate}`: what a vehicle costs by month and by kind, its contracts and its documents. */
export async function VehiclePage({ vehicle }: { vehicle: VehicleView }) {
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations("overview"),
    getTranslations("vehicle"),
  ]);
  const trade = await getTranslations("trade");
  const { currency, contracts } = vehicle;
  return (
    <>
      <Breadcrumb label={words("breadcrumb")} href={vehicle.backHref}>
        {t("title")}
      </Breadcrumb>
      <PageHead title={<span className="wrap-anywhere">{vehicle.plate}</span>}>
        <p className="mr-auto text-2 text-ink-2">
          {contracts.map(({ name, href, firstIssuedOn }) => (
            <span key={name} className="block">
              {trade("contract.one")}{" "}
              <a className="tap-link wrap-anywhere" href={href}>
                {name}
              </a>{" "}
              {words("since", { date: formatDate(firstIssuedOn, locale) })}
            </span>
          ))}
          {words("lead")}
        </p>
        <div className="overview-actions">
          <PeriodSwitch choices={vehicle.periods} />
          {vehicle.documentCount > 0 && (
            <LinkButton href={vehicle.downloadHref}>
              <Icon name="download" />
              {words("download", { count: vehicle.documentCount })}
            </LinkButton>
          )}
        </div>
      </PageHead>
      <Switch
        label={t("currencies")}
        choices={vehicle.currencies.map(({ name, ...choice }) => ({ label: name, ...choice }))}
      />
      <VehicleFigures vehicle={vehicle} />
      {vehicle.unsplitCount > 0 && (
        <p className="mt-3 text-1 text-ink-2">{words("unsplit", { count: vehicle.unsplitCount })}</p>
      )}
      <figure className="section mt-8 print:[print-color-adjust:exact]" aria-labelledby="by-month">
        <h2 id="by-month">{t("monthTitle")}</h2>
        <p id="month-finding" className="sr-only">
          {words("chart", { plate: vehicle.plate })}
        </p>
        <ChartLegend period={vehicle.period} />
        <MonthChart
          pairs={vehicle.pairs}
          currency={currency}
          labelledBy="by-month"
          describedBy="month-finding"
        />
        <MonthTable months={vehicle.tableMonths} total={vehicle.tableTotal} currency={currency} />
      </figure>
      <VehicleDocuments vehicle={vehicle} />
    </>
  );
}
