import { type Minor, percentChange } from "@/lib/money";
import type { OverviewMonth } from "./overview-month";
import { documentsOf, netOf, totalOf } from "./spend";

/** The finished months of a period compared with the same months of the year before; net of credit notes. */
export interface PeriodComparison {
  /** The first and last compared month, `YYYY-MM`. Null while no month of the period is finished. */
  from: string | null;
  through: string | null;
  /** The total of the year before. Null while nothing is compared. */
  beforeMinor: Minor | null;
  /** Whole percents; null when not meaningful: the first month before has no documents, or nothing is compared. */
  percent: number | null;
  /** The first of the compared months before with a document; null when there is none. */
  firstBefore: string | null;
}

/**
 * Compares the finished months of a period with the same months of the year before, never an unfinished month with a
 * whole one. Both lists are oldest first, month by month; `current` is the unfinished month.
 */
export function comparePeriods(
  months: readonly OverviewMonth[],
  before: readonly OverviewMonth[],
  current: string,
): PeriodComparison {
  const finished = months.filter(({ month }) => month < current);
  const compared = before.slice(0, finished.length);
  const firstBefore = compared.find((one) => documentsOf(one) > 0)?.month ?? null;
  const beforeMinor = finished.length > 0 ? netOf(totalOf(compared)) : null;
  const isFromTheStart = firstBefore !== null && firstBefore === compared.at(0)?.month;
  return {
    from: finished.at(0)?.month ?? null,
    through: finished.at(-1)?.month ?? null,
    beforeMinor,
    percent:
      beforeMinor !== null && isFromTheStart ? percentChange(beforeMinor, netOf(totalOf(finished))) : null,
    firstBefore,
  };
}
