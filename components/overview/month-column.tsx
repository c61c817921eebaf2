import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth, shortMonthName } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import type { MonthPair, MonthView } from "@/lib/overview/month-view";

interface Bar {
  y: number;
  height: number;
}

interface MonthColumnProps {
  pair: MonthPair;
  currency: string;
  position: { index: number; count: number };
  bars: { now: Bar[]; before: Bar[] };
  top: number;
  frame: number;
  /** The amount to write above the bar, for the highest month only. */
  peak: string | null;
}

/** One month of the chart: two bars and its name, together a link to the month's documents. */
export async function MonthColumn({ pair, currency, position, bars, top, frame, peak }: MonthColumnProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("overview")]);
  const { now, before } = pair;
  const slot = 100 / position.count;
  const left = position.index * slot;
  const x = (share: number) => `${(left + share * slot).toFixed(3)}%`;
  const width = `${(0.38 * slot).toFixed(3)}%`;
  const bottom = top + frame;
  const month = shortMonthName(now.month, locale);
  // The first month has no year label if it is December, because the label of January beside it would overlap.
  const hasYear = now.month.endsWith("-01") || (position.index === 0 && !now.month.endsWith("-12"));
  // At both ends of the chart the amount stays within it.
  const peakPlace =
    position.index === 0
      ? ({ x: x(0), textAnchor: "start" } as const)
      : position.index === position.count - 1
        ? ({ x: x(1), textAnchor: "end" } as const)
        : { x: x(0.5) };
  const column = (
    <>
      <rect className="month-area" x={x(0)} y={0} width={`${slot.toFixed(3)}%`} height={bottom + 38} />
      {bars.now.map(({ y, height }) => (
        <rect
          key={y}
          className={now.isCurrent ? "fill-[url(#unfinished)] stroke-accent" : "fill-accent"}
          {...{ x: x(0.1), y, width, height }}
        />
      ))}
      {bars.before.map(({ y, height }) => (
        <rect key={y} className="bar-before" {...{ x: x(0.52), y, width, height }} />
      ))}
      <g aria-hidden="true" textAnchor="middle">
        {peak !== null && (
          <text className="fill-ink font-bold" {...peakPlace} y={Math.min(...bars.now.map(({ y }) => y)) - 6}>
            {peak}
          </text>
        )}
        <text className="max-tablet:hidden" x={x(0.5)} y={bottom + 16}>
          {month}
        </text>
        <text className="tablet:hidden" x={x(0.5)} y={bottom + 16}>
          {month.charAt(0).toUpperCase()}
        </text>
        {hasYear && (
          <text x={x(0.5)} y={bottom + 32}>
            {now.month.slice(0, 4)}
          </text>
        )}
      </g>
    </>
  );
  const href = now.href ?? before.href;
  if (href === null) return <g>{column}</g>;
  return (
    <a className="month-column" href={href} aria-label={[describe(now), describe(before)].join(" ")}>
      {column}
    </a>
  );

  function describe({ month, invoicesMinor, creditNotesMinor, isCurrent, href }: MonthView): string {
    return t("chart.month", {
      month: formatMonth(month, locale),
      kind: href === null ? "none" : isCurrent ? "current" : "other",
      invoices: formatMoney(invoicesMinor, currency, locale),
      creditNotes: formatMoney(creditNotesMinor, currency, locale),
    });
  }
}
