/*
 * How many months of invoices the portal keeps, and how many its pages show. A supplier or a user chooses within these;
 * the database checks the same ranges.
 */

/** Months a supplier keeps an invoice from its issue date (FAQ 4.2: 24): the range it may choose, and the default. */
export const RETENTION_MONTHS = { least: 24, most: 120, usual: 24 } as const;

/** An invoice deposited late stays at least so many months from its deposit (R15). */
export const MONTHS_AFTER_DEPOSIT = 3;

/** « Historique d'affichage » (FAQ 3.2): how many months back the list goes by itself. */
export const HISTORY_CHOICES = [3, 6, 12, 24] as const;
export const USUAL_HISTORY_MONTHS = 3;

export type HistoryMonths = (typeof HISTORY_CHOICES)[number];

export function isHistoryChoice(months: number): months is HistoryMonths {
  return HISTORY_CHOICES.some((choice) => choice === months);
}

/** How far the overview looks back: this month, the eleven before, and the year before those (R15 keeps them all). */
export const OVERVIEW_MONTHS = 24;
/** The last of them, whose sums and breakdown it shows. */
export const BREAKDOWN_MONTHS = 12;
