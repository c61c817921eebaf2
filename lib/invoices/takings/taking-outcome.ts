/** What the last form that changed takings did: how many invoices are marked or put back, or that it was refused. */
export interface TakingOutcome {
  kind: "taken" | "to_take" | "refused";
  count: number;
}

/** Reads the result that `takingAnswer` left for the page; null when the last form was another one. */
export function takingOutcome(result: Readonly<Record<string, string>>): TakingOutcome | null {
  const { takings } = result;
  if (takings !== "taken" && takings !== "to_take") return null;
  return { kind: result.reason === undefined ? takings : "refused", count: Number(result.count ?? 0) };
}
