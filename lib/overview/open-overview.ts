import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { BREAKDOWN_MONTHS, OVERVIEW_MONTHS } from "@/lib/month-settings";
import { monthRange, monthsBack } from "@/lib/months";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { compareYears, type YearComparison } from "./compare-years";
import { fillMonths, type OverviewMonth } from "./overview-month";
import { type Dimension, type OverviewQuery, readOverviewQuery } from "./overview-query";
import { documentsOf } from "./spend";
import { type MonthSpend, sumByMonth } from "./sum-by-month";
import { type NameSpend, sumByName } from "./sum-by-name";

const NAMES_SHOWN = 10;
/** The limit when all are shown, because nobody reads a longer page. */
const ALL_NAMES = 500;

export interface Overview {
  query: OverviewQuery;
  currency: string;
  /** All currencies of these months, most documents first. Amounts in different currencies are never added. */
  currencies: string[];
  /** The last `OVERVIEW_MONTHS`, oldest first; the last one is the current, unfinished month. */
  months: OverviewMonth[];
  comparison: YearComparison | null;
  dimension: Dimension;
  /** The last 12 months by contract or vehicle; the lines add up to the total of these months. */
  names: NameSpend[];
}

/** Opens the account's spending with its supplier, for the query of the URL; null if these months have no document. */
export async function openOverview(
  session: ReaderSession,
  params: Record<string, string | string[] | undefined>,
): Promise<Overview | null> {
  const query = readOverviewQuery(params);
  const shown = monthsBack(
    todayIn(session.supplier.timeZone, now().getTime()),
    OVERVIEW_MONTHS - 1,
  ).reverse();
  const [from, breakdownFrom, to] = bounds(shown);
  const sums = await sumByMonth(session.viewer, from, to);
  const currencies = byDocuments(sums);
  const [first] = currencies;
  if (first === undefined) return null;
  const currency = query.currency !== null && currencies.includes(query.currency) ? query.currency : first;
  const ofCurrency = sums.filter((sum) => sum.currency === currency);
  const dimension = query.by ?? defaultDimension(ofCurrency);
  const months = fillMonths(shown, ofCurrency);
  return {
    query,
    currency,
    currencies,
    months,
    comparison: compareYears(months),
    dimension,
    names: await sumByName(session.viewer, {
      from: breakdownFrom,
      to,
      currency,
      dimension,
      limit: query.showsAll ? ALL_NAMES : NAMES_SHOWN,
    }),
  };
}

/** Returns "vehicle" when most documents name exactly one vehicle; else "contract", as for a fleet. */
function defaultDimension(sums: readonly MonthSpend[]): Dimension {
  const ofOneVehicle = sums.reduce((count, sum) => count + sum.ofOneVehicle, 0);
  const documents = sums.reduce((count, sum) => count + documentsOf(sum), 0);
  return 2 * ofOneVehicle >= documents ? "vehicle" : "contract";
}

function bounds(months: readonly string[]): [from: string, breakdownFrom: string, to: string] {
  const [first = "", breakdown = "", last = ""] = [months.at(0), months.at(-BREAKDOWN_MONTHS), months.at(-1)];
  return [monthRange(first).from, monthRange(breakdown).from, monthRange(last).to];
}

function byDocuments(sums: readonly MonthSpend[]): string[] {
  const counts = new Map<string, number>();
  for (const sum of sums) counts.set(sum.currency, (counts.get(sum.currency) ?? 0) + documentsOf(sum));
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([currency]) => currency);
}
