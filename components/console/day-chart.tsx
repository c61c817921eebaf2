import { getLocale, getTranslations } from "next-intl/server";
import { roundAbove, ticksTo } from "@/components/console/count-scale";
import { formatDate, formatShortDate, type PlainDate } from "@/lib/dates";

const TOP = 12;
const FRAME = 150;
const FOOT = 24;
const AXIS = 40;

const FILLS = { good: "chart-good", middling: "chart-middling", bad: "chart-bad" } as const;

/** A part of each bar: its colour, its sum in words, and its name in the table. */
interface Part {
  tone: keyof typeof FILLS;
  sum: string;
  name: string;
}

interface DayChartProps {
  /** What the chart says, for screen readers. */
  label: string;
  parts: readonly Part[];
  /** The counts of each day in the order of `parts`, the oldest day first. */
  days: readonly { day: PlainDate; counts: readonly number[] }[];
}

/** Counts of each day as stacked bars, with the sums above the chart and a table of the numbers below it. */
export async function DayChart({ label, parts, days }: DayChartProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("console.chart")]);
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const end = roundAbove(Math.max(0, ...days.map(({ counts }) => sumOf(counts))));
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(2, (count / end) * FRAME));
  const slot = 100 / days.length;
  const bottom = TOP + FRAME;
  return (
    <>
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-1 text-ink-2">
        {parts.map(({ tone, sum }) => (
          <li key={tone} className={`chart-key ${FILLS[tone]}`}>
            {sum}
          </li>
        ))}
      </ul>
      <div className="flex fill-ink-2 text-[12px]">
        <svg className="flex-none" width={AXIS} height={bottom + FOOT} aria-hidden="true">
          {ticksTo(end).map((tick) => (
            <text key={tick} x={AXIS - 6} y={bottom - (tick / end) * FRAME + 4} textAnchor="end">
              {t("tick", { count: tick })}
            </text>
          ))}
        </svg>
        <svg
          className="min-w-0 flex-1 overflow-visible"
          width="100%"
          height={bottom + FOOT}
          role="img"
          aria-label={label}
        >
          {ticksTo(end).map((tick) => {
            const y = bottom - (tick / end) * FRAME;
            return (
              <line
                key={tick}
                className={tick === 0 ? "stroke-ink" : "stroke-line"}
                x1="0"
                x2="100%"
                y1={y}
                y2={y}
              />
            );
          })}
          {days.map(({ day, counts }, index) => (
            <Bar
              key={day}
              heights={counts.map(heightOf)}
              parts={parts}
              left={index * slot}
              width={slot}
              bottom={bottom}
            />
          ))}
          {days.map(({ day }, index) =>
            index % 7 === 1 ? (
              <text key={day} x={`${((index + 0.5) * slot).toFixed(2)}%`} y={bottom + 16} textAnchor="middle">
                {formatShortDate(day, locale)}
              </text>
            ) : null,
          )}
        </svg>
      </div>
      <details className="fold">
        <summary>{t("asTable")}</summary>
        <div className="overflow-x-auto">
          <table className="chart-table">
            <thead>
              <tr>
                <th scope="col" className="text-left">
                  {t("day")}
                </th>
                {parts.map(({ tone, name }) => (
                  <th scope="col" key={tone}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days
                .filter(({ counts }) => sumOf(counts) > 0)
                .map(({ day, counts }) => (
                  <tr key={day}>
                    <th scope="row" className="text-left">
                      {formatDate(day, locale)}
                    </th>
                    {parts.map(({ tone }, index) => (
                      <td key={tone}>{t("tick", { count: counts[index] ?? 0 })}</td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

interface BarProps {
  heights: readonly number[];
  parts: readonly Part[];
  left: number;
  width: number;
  bottom: number;
}

function Bar({ heights, parts, left, width, bottom }: BarProps) {
  let top = bottom;
  return parts.map(({ tone }, index) => {
    const height = heights[index] ?? 0;
    if (height === 0) return null;
    top -= height;
    return (
      <rect
        key={tone}
        className={FILLS[tone]}
        x={`${(left + width * 0.18).toFixed(3)}%`}
        y={top}
        width={`${(width * 0.64).toFixed(3)}%`}
        height={height}
      />
    );
  });
}
