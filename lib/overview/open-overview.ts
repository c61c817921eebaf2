import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import type { SearchParams } from "@/lib/http/search-params";
import { accountsInScope } from "@/lib/persons/accounts-in-scope";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { comparePeriods, type PeriodComparison } from "./compare-periods";
import { MOST_WITH_LINES } from "./document-parts";
import { fillMonths, type OverviewMonth } from "./overview-month";
import { type OverviewPeriod, periodOn, widestSpan } from "./overview-period";
import { type Dimension, type OverviewQuery, readOverviewQuery } from "./overview-query";
import { documentsOf } from "./spend";
import { type KindSpend, mergeKinds, sumByKind } from "./sum-by-kind";
import { type MonthSpend, sumByMonth } from "./sum-by-month";
import { mergeNames, MOST_NAMES, type NameSpend, sumByName } from "./sum-by-name";

const NAMES_SHOWN = 10;
const EACH_ACCOUNT = { readsAllInvoices: true };

export interface Overview {
  query: OverviewQuery;
  period: OverviewPeriod;
  currency: string;
  /** All currencies of these years, most documents first. Amounts in different currencies are never added. */
  currencies: string[];
  /** The twelve months of the period, oldest first, and the same months a year before. */
  months: OverviewMonth[];
  before: OverviewMonth[];
  comparison: PeriodComparison;
  /** The documents of the period in all currencies, as the list counts them. */
  documentCount: number;
  /** Whether the lines of the documents were read; not of more than `MOST_WITH_LINES`. */
  readsLines: boolean;
  dimension: Dimension;
  /** The period by contract or vehicle; the lines add up to the total of its months. */
  names: NameSpend[];
  /** What the invoices of the named lines are for. */
  kinds: ReadonlyMap<string, KindSpend>;
}

/**
 * Opens the spending of the account, or of all companies of the person, for the query of the URL; null if the years that
 * can be chosen have no document.
 */
export async function openOverview(session: ReaderSession, params: SearchParams): Promise<Overview | null> {
  const query = readOverviewQuery(params);
  const today = todayIn(session.supplier.timeZone, now().getTime());
  const period = periodOn(query.period, today);
  const accounts = await accountsInScope(session, query.scope);
  const sums = (
    await queryPerAccount(
      accounts,
      (tx, { viewer }) => sumByMonth(tx, viewer, widestSpan(today)),
      EACH_ACCOUNT,
    )
  ).flat();
  const currencies = byDocuments(sums);
  const [first] = currencies;
  if (first === undefined) return null;
  const currency = query.currency !== null && currencies.includes(query.currency) ? query.currency : first;
  const ofCurrency = sums.filter((sum) => sum.currency === currency);
  const dimension = query.by ?? defaultDimension(ofCurrency);
  const [months, before] = [fillMonths(period.months, ofCurrency), fillMonths(period.before, ofCurrency)];
  const documentCount = sums
    .filter(({ month }) => period.months.includes(month))
    .reduce((count, sum) => count + documentsOf(sum), 0);
  const readsLines = documentCount <= MOST_WITH_LINES;
  const request = { from: period.from, to: period.to, currency, dimension, readsLines };
  const lines = await queryPerAccount(
    accounts,
    (tx, { viewer }) => sumByName(tx, viewer, request),
    EACH_ACCOUNT,
  );
  const names = mergeNames(lines.flat(), query.showsAll ? MOST_NAMES : NAMES_SHOWN);
  const shown = names.flatMap(({ name }) => name ?? []);
  const kinds = await queryPerAccount(
    accounts,
    (tx, { viewer }) => sumByKind(tx, viewer, { ...request, names: shown }),
    EACH_ACCOUNT,
  );
  return {
    query,
    period,
    currency,
    currencies,
    months,
    before,
    comparison: comparePeriods(months, before, period.current),
    documentCount,
    readsLines,
    dimension,
    names,
    kinds: mergeKinds(kinds),
  };
}

/** Returns "vehicle" when most documents name one; else "contract". */
function defaultDimension(sums: readonly MonthSpend[]): Dimension {
  const ofVehicles = sums.reduce((count, sum) => count + sum.ofVehicles, 0);
  const documents = sums.reduce((count, sum) => count + documentsOf(sum), 0);
  return 2 * ofVehicles >= documents ? "vehicle" : "contract";
}

/** Returns the currencies of these sums, most documents first. */
export function byDocuments(sums: readonly MonthSpend[]): string[] {
  const counts = new Map<string, number>();
  for (const sum of sums) counts.set(sum.currency, (counts.get(sum.currency) ?? 0) + documentsOf(sum));
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([currency]) => currency);
}
