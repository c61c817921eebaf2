/** The sort keys of the list: issue date, due date, number, total with VAT. */
export const SORT_KEYS = ["date", "due", "number", "amount"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** A sort as a URL writes it. */
export type WrittenSort = SortKey | `${SortKey}-asc`;

/** All sorts, each key with the largest or latest first, then the other way round. */
export const WRITTEN_SORTS: readonly WrittenSort[] = SORT_KEYS.flatMap((key) => [key, `${key}-asc` as const]);

/**
 * The order of the list. In URLs `sort=amount` puts the largest amount (or latest date) first, `sort=amount-asc` the
 * smallest. Rows without a due date always come last. Amounts are grouped by currency and compared within each.
 */
export interface InvoiceSort {
  by: SortKey;
  isAscending: boolean;
}

export const NEWEST_FIRST: InvoiceSort = { by: "date", isAscending: false };

/** Reads the sort of a URL; newest first for any value that the portal would not write. */
export function readSort(text: string): InvoiceSort {
  const by = SORT_KEYS.find((key) => text === key || text === `${key}-asc`);
  return by === undefined ? NEWEST_FIRST : { by, isAscending: text !== by };
}

/** Writes the sort for a URL; `readSort` reads it. */
export function writeSort({ by, isAscending }: InvoiceSort): WrittenSort {
  return isAscending ? `${by}-asc` : by;
}
