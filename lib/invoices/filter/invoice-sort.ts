/** What the list can be sorted by: issue date, due date, number, total with VAT. */
export const SORT_KEYS = ["date", "due", "number", "amount"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/**
 * In URLs `sort=amount` begins with the largest (for dates the latest), `sort=amount-asc` with the smallest. No due date
 * comes last either way. Amounts are compared within one currency, one currency after the other.
 */
export interface InvoiceSort {
  by: SortKey;
  isAscending: boolean;
}

export const NEWEST_FIRST: InvoiceSort = { by: "date", isAscending: false };

/** Newest first for anything the portal would not write. */
export function readSort(text: string): InvoiceSort {
  const by = SORT_KEYS.find((key) => text === key || text === `${key}-asc`);
  return by === undefined ? NEWEST_FIRST : { by, isAscending: text !== by };
}

/** As URLs say it; read back by `readSort`. */
export function writeSort({ by, isAscending }: InvoiceSort): string {
  return isAscending ? `${by}-asc` : by;
}
