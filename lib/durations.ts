/** Durations in milliseconds, for arithmetic with instants. A calendar day may be an hour longer or shorter: see `dates`. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Returns the instant so many times 24 hours before. */
export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY_MS);
