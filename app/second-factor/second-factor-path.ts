/** The page of the second factor, which leads to `next` afterwards. */
export const secondFactorPath = (next: string | null): string =>
  next === null ? "/second-factor" : `/second-factor?next=${encodeURIComponent(next)}`;
