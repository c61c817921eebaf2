import { getLocale, getTranslations } from "next-intl/server";
import { barOf, chartScale, heightOf } from "@/components/overview/chart-scale";
import { MonthColumn } from "@/components/overview/month-column";
import { formatMoneyShort } from "@/lib/money";
import type { MonthPair } from "@/lib/overview/month-view";

/**
 * The heights of the chart in pixels. Widths are shares of the available width, so that the text keeps its size on a
 * phone.
 */
const TOP = 20;
const FRAME = 200;
const FOOT = 38;
const HEIGHT = TOP + FRAME + FOOT;
const LETTER_WIDTH = 6.6;

interface MonthChartProps {
  pairs: readonly MonthPair[];
  currency: string;
  labelledBy: string;
  describedBy: string;
}

/**
 * The chart of twelve months, each beside the same month one year earlier, with credit notes below the zero line. A
 * month with documents is a link whose label gives its amounts; a month without documents is a gap.
 */
export async function MonthChart({ pairs, currency, labelledBy, describedBy }: MonthChartProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview.chart")]);
  const shown = pairs.flatMap(({ now, before }) => [now, before]);
  const scale = chartScale(
    shown.flatMap(({ invoicesMinor, creditNotesMinor }) => [invoicesMinor, creditNotesMinor]),
  );
  const ticks = scale.ticks.map((tick) => ({
    y: TOP + heightOf(tick, scale, FRAME),
    label: formatMoneyShort(tick, currency, locale),
    isZero: tick === 0n,
  }));
  const axisWidth = Math.ceil(Math.max(...ticks.map(({ label }) => label.length)) * LETTER_WIDTH) + 8;
  const highest = highestOf(pairs);
  return (
    <div className="flex fill-ink-2 text-[12px]">
      <svg className="flex-none" width={axisWidth} height={HEIGHT} aria-hidden="true">
        {ticks.map(({ y, label }) => (
          <text key={label} x={axisWidth - 6} y={y + 4} textAnchor="end">
            {label}
          </text>
        ))}
      </svg>
      <svg
        className="min-w-0 flex-1 overflow-visible"
        width="100%"
        height={HEIGHT}
        role="group"
        aria-roledescription={t("role")}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
      >
        <defs>
          <pattern
            id="unfinished"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="fill-accent-soft" width="6" height="6" />
            <rect className="fill-accent" width="3" height="6" />
          </pattern>
        </defs>
        {ticks.map(({ y, label, isZero }) => (
          <line
            key={label}
            className={isZero ? "stroke-ink" : "stroke-line"}
            x1="0"
            x2="100%"
            y1={y}
            y2={y}
          />
        ))}
        {pairs.map((pair, index) => (
          <MonthColumn
            key={pair.now.month}
            pair={pair}
            currency={currency}
            position={{ index, count: pairs.length }}
            bars={{
              now: barsOf(pair.now),
              before: barsOf(pair.before),
            }}
            top={TOP}
            frame={FRAME}
            peak={pair === highest ? formatMoneyShort(pair.now.invoicesMinor, currency, locale) : null}
          />
        ))}
      </svg>
    </div>
  );

  function barsOf({ invoicesMinor, creditNotesMinor }: MonthPair["now"]) {
    return [invoicesMinor, creditNotesMinor]
      .map((minor) => barOf(minor, scale, FRAME))
      .filter(({ height }) => height > 0)
      .map(({ y, height }) => ({ y: TOP + y, height }));
  }
}

function highestOf(pairs: readonly MonthPair[]): MonthPair | null {
  return pairs.reduce<MonthPair | null>(
    (best, pair) => (pair.now.invoicesMinor > (best?.now.invoicesMinor ?? 0n) ? pair : best),
    null,
  );
}
