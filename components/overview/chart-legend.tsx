import { getTranslations } from "next-intl/server";
import { BREAKDOWN_MONTHS } from "@/lib/month-settings";

const SWATCH =
  "before:mr-[0.4em] before:inline-block before:size-[0.8rem] before:border before:align-[-0.08em]";
const HATCHED =
  "before:[background:repeating-linear-gradient(135deg,var(--accent)_0_2px,var(--accent-soft)_2px_4px)]";

const ENTRIES = {
  now: `${SWATCH} before:border-accent before:bg-accent`,
  unfinished: `${SWATCH} before:border-accent ${HATCHED}`,
  before: `${SWATCH} before:border-line-ctl before:bg-chart-before`,
  below: undefined,
} as const;

/** The legend of the chart: the fills of the bars, and that credit notes are below the zero line. */
export async function ChartLegend() {
  const t = await getTranslations("overview.legend");
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-1 text-ink-2" aria-hidden="true">
      {(["now", "unfinished", "before", "below"] as const).map((key) => (
        <li key={key} className={ENTRIES[key]}>
          {t(key, { months: BREAKDOWN_MONTHS })}
        </li>
      ))}
    </ul>
  );
}
