import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import type { SearchParams } from "@/lib/http/search-params";
import { accountsInScope } from "@/lib/persons/accounts-in-scope";
import { queryPerAccount } from "@/lib/persons/query-per-account";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { MOST_WITH_LINES } from "./document-parts";
import { byDocuments } from "./open-overview";
import { fillMonths, type OverviewMonth } from "./overview-month";
import { type OverviewPeriod, periodOn, widestSpan } from "./overview-period";
import { type OverviewQuery, readOverviewQuery } from "./overview-query";
import {
  countUnsplit,
  countVehicleDocuments,
  listVehicleContracts,
  listVehicleDocuments,
  sumVehicleByMonth,
  type VehicleContract,
  type VehicleDocument,
} from "./read-vehicle";
import { type KindSpend, mergeKinds, NO_KINDS, sumByKind } from "./sum-by-kind";

const DOCUMENTS_SHOWN = 10;
const EACH_ACCOUNT = { readsAllInvoices: true };

export interface Vehicle {
  plate: string;
  query: OverviewQuery;
  period: OverviewPeriod;
  currency: string;
  currencies: string[];
  months: OverviewMonth[];
  before: OverviewMonth[];
  kinds: KindSpend;
  contracts: VehicleContract[];
  /** The newest documents of the period, in all currencies. */
  documents: VehicleDocument[];
  documentCount: number;
  /** How many of the documents have amounts that no line gives to a vehicle. */
  unsplitCount: number;
}

/**
 * Opens what a vehicle costs, for the query of the URL. Null when no document that the session may see names this plate
 * in the years that can be chosen: a plate of another account is no different from one that does not exist.
 */
export async function openVehicle(
  session: ReaderSession,
  plate: string,
  params: SearchParams,
): Promise<Vehicle | null> {
  const query = readOverviewQuery(params);
  const today = todayIn(session.supplier.timeZone, now().getTime());
  const [period, span] = [periodOn(query.period, today), widestSpan(today)];
  const accounts = await accountsInScope(session, query.scope);
  const parts = await queryPerAccount(
    accounts,
    async (tx, { viewer }) => {
      const named = await countVehicleDocuments(tx, viewer, plate, span);
      const readsLines = named <= MOST_WITH_LINES;
      return {
        named,
        readsLines,
        sums: await sumVehicleByMonth(tx, viewer, plate, { span, readsLines }),
        contracts: await listVehicleContracts(tx, viewer, plate, span),
        count: await countVehicleDocuments(tx, viewer, plate, period),
        unsplit: await countUnsplit(tx, viewer, plate, { span: period, readsLines }),
        documents: await listVehicleDocuments(tx, viewer, plate, { span: period, limit: DOCUMENTS_SHOWN }),
      };
    },
    EACH_ACCOUNT,
  );
  if (parts.every(({ named }) => named === 0)) return null;
  const sums = parts.flatMap((part) => part.sums);
  const currencies = byDocuments(sums);
  const [first = "EUR"] = currencies;
  const currency = query.currency !== null && currencies.includes(query.currency) ? query.currency : first;
  const ofCurrency = sums.filter((sum) => sum.currency === currency);
  const request = {
    from: period.from,
    to: period.to,
    currency,
    dimension: "vehicle",
    readsLines: parts.every(({ readsLines }) => readsLines),
    names: [plate],
  } as const;
  const kinds = await queryPerAccount(
    accounts,
    (tx, { viewer }) => sumByKind(tx, viewer, request),
    EACH_ACCOUNT,
  );
  return {
    ...{ plate, query, period, currency, currencies },
    months: fillMonths(period.months, ofCurrency),
    before: fillMonths(period.before, ofCurrency),
    kinds: mergeKinds(kinds).get(plate) ?? NO_KINDS,
    contracts: parts.flatMap((part) => part.contracts),
    documents: parts
      .flatMap((part) => part.documents)
      .sort((a, b) => (a.issuedOn === b.issuedOn ? 0 : a.issuedOn > b.issuedOn ? -1 : 1))
      .slice(0, DOCUMENTS_SHOWN),
    documentCount: parts.reduce((sum, { count }) => sum + count, 0),
    unsplitCount: parts.reduce((sum, { unsplit }) => sum + unsplit, 0),
  };
}
