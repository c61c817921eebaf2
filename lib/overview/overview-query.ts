/** By what spending is broken down. */
export type Dimension = "contract" | "vehicle";

/** What the overview's URL says; the URL is the only state. */
export interface OverviewQuery {
  /** Null: whichever tells more of this account. */
  by: Dimension | null;
  /** ISO 4217; null: the currency of most documents. */
  currency: string | null;
  /** All contracts or vehicles rather than the first ones. */
  showsAll: boolean;
}

/** Reads the query; what the portal would not write is left out rather than refused. */
export function readOverviewQuery(params: Record<string, string | string[] | undefined>): OverviewQuery {
  const { by, currency, all } = params;
  return {
    by: by === "contract" || by === "vehicle" ? by : null,
    currency: typeof currency === "string" && /^[A-Z]{3}$/.test(currency) ? currency : null,
    showsAll: all === "1",
  };
}

/** The query string, with its `?`, or "" for the overview as it opens. */
export function writeOverviewQuery({ by, currency, showsAll }: OverviewQuery): string {
  const params = new URLSearchParams();
  if (by) params.set("by", by);
  if (currency) params.set("currency", currency);
  if (showsAll) params.set("all", "1");
  return params.size > 0 ? `?${params}` : "";
}
