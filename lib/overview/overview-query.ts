import { searchParam, type SearchParams } from "@/lib/http/search-params";
import { readScope, type Scope } from "@/lib/persons/scope";
import { type PeriodKind, PERIODS } from "./overview-period";

/** The dimension of the breakdown. */
export type Dimension = "contract" | "vehicle";

/** The parameters of the overview's URL; its state is stored nowhere else. */
export interface OverviewQuery {
  /** Null: the default for this account's documents. */
  by: Dimension | null;
  /** ISO 4217; null: the currency with the most documents. */
  currency: string | null;
  period: PeriodKind;
  scope: Scope;
  /** Shows all contracts or vehicles, not only the first ones. */
  showsAll: boolean;
}

/** Reads the query; values that the portal would not write are left out, not refused. */
export function readOverviewQuery(params: SearchParams): OverviewQuery {
  const [by, currency] = [searchParam(params, "by"), searchParam(params, "currency")];
  return {
    by: by === "contract" || by === "vehicle" ? by : null,
    currency: /^[A-Z]{3}$/.test(currency) ? currency : null,
    period: PERIODS.find((kind) => kind === searchParam(params, "period")) ?? "year",
    scope: readScope(params),
    showsAll: searchParam(params, "all") === "1",
  };
}

/** Returns the path of the overview. */
export const overviewPath = (query: OverviewQuery): string => `/overview${written(query)}`;

/** Returns the path of a vehicle's page, for the same period, currency and companies. */
export const vehiclePath = (plate: string, query: OverviewQuery): string =>
  `/overview/vehicles/${encodeURIComponent(plate)}${written({ ...query, by: null, showsAll: false })}`;

function written({ by, currency, period, scope, showsAll }: OverviewQuery): string {
  const params = new URLSearchParams();
  if (period !== "year") params.set("period", period);
  if (by) params.set("by", by);
  if (currency) params.set("currency", currency);
  if (scope === "all") params.set("scope", scope);
  if (showsAll) params.set("all", "1");
  return params.size > 0 ? `?${params}` : "";
}
