import { getTranslations } from "next-intl/server";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";
import type { OverviewPeriod } from "@/lib/overview/overview-period";

const KEYS = {
  now: "legend-key legend-now",
  unfinished: "legend-key legend-unfinished",
  before: "legend-key legend-before",
  below: undefined,
} as const;

/** The legend of the chart: the fills of the bars, and that credit notes are below the zero line. */
export async function ChartLegend({ period }: { period: OverviewPeriod }) {
  const t = await getTranslations("overview.legend");
  const year = Number(period.from.slice(0, 4));
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-1 text-ink-2" aria-hidden="true">
      {(["now", "unfinished", "before", "below"] as const).map((key) => (
        <li key={key} className={KEYS[key]}>
          {t(key, {
            kind: period.kind,
            year: String(year),
            before: String(year - 1),
            months: BREAKDOWN_MONTHS,
          })}
        </li>
      ))}
    </ul>
  );
}
