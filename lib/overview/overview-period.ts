import type { PlainDate } from "@/lib/dates";
import { type DateRange, monthRange, monthsBack } from "@/lib/months";

/** The periods that can be chosen: since January, the last twelve months, last year. */
export const PERIODS = ["year", "twelve", "last_year"] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** A period of twelve months, `YYYY-MM`, oldest first, each with the same month of the year before. */
export interface OverviewPeriod extends DateRange {
  kind: PeriodKind;
  months: string[];
  before: string[];
  /** The current, unfinished month; months after it are in the period when the year is not over. */
  current: string;
}

/** Returns a period as it is on a day. */
export function periodOn(kind: PeriodKind, today: PlainDate): OverviewPeriod {
  const year = Number(today.slice(0, 4)) - (kind === "last_year" ? 1 : 0);
  const last = kind === "twelve" ? today : `${year}-12-01`;
  const [months, before] = [
    monthsBack(last, 11),
    monthsBack(`${Number(last.slice(0, 4)) - 1}${last.slice(4, 7)}-01`, 11),
  ];
  return {
    kind,
    months: months.reverse(),
    before: before.reverse(),
    current: today.slice(0, 7),
    ...spanOf(months),
  };
}

/** Returns the days from the first to the last of these months, which are oldest first. */
const spanOf = (months: readonly string[]): DateRange => ({
  from: monthRange(months.at(0) ?? "").from,
  to: monthRange(months.at(-1) ?? "").to,
});

/** The days of every period that can be chosen, with the years they are compared with. */
export function widestSpan(today: PlainDate): DateRange {
  const spans = PERIODS.map((kind) => periodOn(kind, today));
  return {
    from:
      spans
        .map(({ before }) => spanOf(before).from)
        .sort()
        .at(0) ?? today,
    to:
      spans
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? today,
  };
}
