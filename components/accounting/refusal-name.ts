const REFUSALS = ["not_set", "nothing_waiting", "made_meanwhile", "too_often", "no_other_company"] as const;

/** The refusals that the pages explain; null for none. */
export const refusalName = (reason: string | null): (typeof REFUSALS)[number] | null =>
  REFUSALS.find((one) => one === reason) ?? null;
