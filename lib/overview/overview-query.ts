/** The dimension of the breakdown. */
export type Dimension = "contract" | "vehicle";

/** The parameters of the overview's URL; its state is stored nowhere else. */
export interface OverviewQuery {
  /** Null: the default for this account's documents. */
  by: Dimension | null;
  /** ISO 4217; null: the currency with the most documents. */
  currency: string | null;
  /** Shows all contracts or vehicles, not only the first ones. */
  showsAll: boolean;
}

/** Reads the query; values that the portal would not write are left out, not refused. */
export function readOverviewQuery(params: Record<string, string | string[] | undefined>): OverviewQuery {
  const { by, currency, all } = params;
  return {
    by: by === "contract" || by === "vehicle" ? by : null,
    currency: typeof currency === "string" && /^[A-Z]{3}$/.test(currency) ? currency : null,
    showsAll: all === "1",
  };
}

/** Returns the query string, with its `?`, or "" for the default overview. */
export function writeOverviewQuery({ by, currency, showsAll }: OverviewQuery): string {
  const params = new URLSearchParams();
  if (by) params.set("by", by);
  if (currency) params.set("currency", currency);
  if (showsAll) params.set("all", "1");
  return params.size > 0 ? `?${params}` : "";
}
