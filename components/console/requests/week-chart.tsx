import { getLocale } from "next-intl/server";
import { formatShortDate } from "@/lib/dates";
import { REQUEST_KINDS } from "@/lib/request-choices";
import type { RequestStatistics } from "@/lib/requests/request-statistics";
import { KIND_CLASS } from "./kind-class";

const HEIGHT = 140;
const FOOT = 20;
const TOP = 16;
/** The width of a bar, as a fraction of the width of a week. */
const BAR = 0.56;

/** The requests of each week as a bar, one part for each kind. The table beside the chart has the numbers. */
export async function WeekChart({ weeks, label }: { weeks: RequestStatistics["weeks"]; label: string }) {
  const locale = await getLocale();
  const totals = weeks.map(({ counts }) => REQUEST_KINDS.reduce((sum, kind) => sum + counts[kind], 0));
  const step = 100 / weeks.length;
  const unit = (HEIGHT - TOP - FOOT) / Math.max(1, ...totals);
  return (
    <svg className="fill-ink-2 text-[12px]" width="100%" height={HEIGHT} role="img" aria-label={label}>
      <line className="stroke-line-2" x1="0" x2="100%" y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      {weeks.map(({ from, counts }, index) => {
        let y = HEIGHT - FOOT;
        const middle = `${(index + 0.5) * step}%`;
        return (
          <g key={from}>
            {REQUEST_KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
              const height = counts[kind] * unit;
              y -= height;
              return (
                <rect
                  key={kind}
                  className={KIND_CLASS[kind]}
                  x={`${(index + (1 - BAR) / 2) * step}%`}
                  y={y}
                  width={`${(BAR * step).toFixed(2)}%`}
                  height={Math.max(1, height - 1)}
                />
              );
            })}
            {(totals[index] ?? 0) > 0 && (
              <text x={middle} y={y - 4} textAnchor="middle">
                {totals[index]}
              </text>
            )}
            <text x={middle} y={HEIGHT - 4} textAnchor="middle">
              {formatShortDate(from, locale)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
