/*
 * The numbers of months for which the portal keeps and shows invoices. A supplier or a user chooses within these
 * ranges; the database checks the same ones.
 */

/**
 * Months for which an invoice is kept from its issue date (FAQ 4.2: 24): a supplier's range of choice, and the
 * default.
 */
export const RETENTION_MONTHS = { min: 24, max: 120, default: 24 } as const;

/** An invoice deposited late is kept at least this number of months from its deposit (R15). */
export const MONTHS_AFTER_DEPOSIT = 3;

/** « Historique d'affichage » (FAQ 3.2): the number of months that the list shows by default. */
export const HISTORY_CHOICES = [3, 6, 12, 24] as const;
export const DEFAULT_HISTORY_MONTHS = 3;

export type HistoryMonths = (typeof HISTORY_CHOICES)[number];

export function isHistoryChoice(months: number): months is HistoryMonths {
  return HISTORY_CHOICES.some((choice) => choice === months);
}

/** The months of the overview: this month, the eleven before, and the year before those (R15 keeps them all). */
export const OVERVIEW_MONTHS = 24;
/** The number of the latest months that the overview adds up and breaks down by contract or vehicle. */
export const BREAKDOWN_MONTHS = 12;
