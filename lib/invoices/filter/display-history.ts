import { addMonths, type PlainDate } from "@/lib/dates";

/** « Historique d'affichage » (FAQ 3.2): how far back the list goes by itself. */
export const HISTORY_CHOICES = [3, 6, 12, 24] as const;
export type HistoryMonths = (typeof HISTORY_CHOICES)[number];

export function isHistoryChoice(months: number): months is HistoryMonths {
  return HISTORY_CHOICES.some((choice) => choice === months);
}

/** The first issue date shown by a history of so many months. */
export function shownSince(today: PlainDate, months: number): PlainDate {
  return addMonths(today, -months);
}
