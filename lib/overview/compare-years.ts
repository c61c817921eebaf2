import { type Minor, percentChange } from "@/lib/money";
import type { OverviewMonth } from "./overview-month";
import { documentsOf, netOf, totalOf } from "./spend";

/** The finished months of this calendar year compared with the same months of last year; net of credit notes. */
export interface YearComparison {
  year: number;
  /** The first and last compared month, `YYYY-MM`: finished months, or in January the current month. */
  from: string;
  through: string;
  currentMinor: Minor;
  /** The total of last year. Null in January: no month of this year is finished, so nothing is compared. */
  beforeMinor: Minor | null;
  /** Whole percents; null when not meaningful: last year's first month has no documents, or nothing is compared. */
  percent: number | null;
  /** The first of last year's compared months with a document; null when there is none. */
  firstBefore: string | null;
}

/**
 * Compares the finished months of the year with the same months of the previous year, never an unfinished month with a
 * whole one. `months` are the last 24, oldest first, ending with the current one.
 */
export function compareYears(months: readonly OverviewMonth[]): YearComparison | null {
  const thisMonth = months.at(-1)?.month;
  if (thisMonth === undefined) return null;
  const year = Number(thisMonth.slice(0, 4));
  const ofYear = (wanted: number) => months.filter(({ month }) => month.startsWith(`${wanted}-`));
  const finished = ofYear(year).filter(({ month }) => month !== thisMonth);
  const span = finished.length > 0 ? finished : ofYear(year);
  const before = ofYear(year - 1).filter(({ month }) => span.some((one) => isSameMonth(one.month, month)));
  const currentMinor = netOf(totalOf(span));
  const beforeMinor = finished.length > 0 ? netOf(totalOf(before)) : null;
  const firstBefore = before.find((one) => documentsOf(one) > 0)?.month ?? null;
  const isFromTheStart = firstBefore !== null && firstBefore === before.at(0)?.month;
  return {
    year,
    from: `${year}-01`,
    through: span.at(-1)?.month ?? thisMonth,
    currentMinor,
    beforeMinor,
    percent: beforeMinor !== null && isFromTheStart ? percentChange(beforeMinor, currentMinor) : null,
    firstBefore,
  };
}

const isSameMonth = (a: string, b: string) => a.slice(5) === b.slice(5);
