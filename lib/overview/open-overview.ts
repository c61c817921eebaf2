import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { BREAKDOWN_MONTHS, OVERVIEW_MONTHS } from "@/lib/month-settings";
import { monthRange, monthsBack } from "@/lib/months";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { compareYears, type YearComparison } from "./compare-years";
import { fillMonths, type OverviewMonth } from "./overview-month";
import { type Dimension, type OverviewQuery, readOverviewQuery } from "./overview-query";
import { documentsOf } from "./spend";
import { type MonthSpend, sumByMonth } from "./sum-by-month";
import { type NameSpend, sumByName } from "./sum-by-name";

const NAMES_SHOWN = 10;
/** Even all of them are bounded: a page of five hundred lines is the most anybody reads. */
const ALL_NAMES = 500;

export interface Overview {
  query: OverviewQuery;
  currency: string;
  /** Every currency of these months, the one of most documents first. Amounts of two are never added. */
  currencies: string[];
  /** The last `OVERVIEW_MONTHS`, oldest first; the last one is not over. */
  months: OverviewMonth[];
  comparison: YearComparison | null;
  dimension: Dimension;
  /** The last 12 months by contract or vehicle; adds up to them. */
  names: NameSpend[];
}

/** What the account spent with its supplier, as the URL asks to see it; null when it has no document of them. */
export async function openOverview(
  session: CustomerSession,
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
  const dimension = query.by ?? tellingDimension(ofCurrency);
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

/** By vehicle where most documents are about one; a fleet's say more by contract. */
function tellingDimension(sums: readonly MonthSpend[]): Dimension {
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
