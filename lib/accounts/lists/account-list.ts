/** The lists of accounts that need something (contract, `/console/accounts?list=`), in the order of their tabs. */
export const ACCOUNT_LISTS = [
  "no_address",
  "delivery_problems",
  "never_activated",
  "unseen",
  "requests",
  "questions",
  "paper",
  "leaving",
] as const;
export type AccountListName = (typeof ACCOUNT_LISTS)[number];

/** Days after which a mailed activation that nobody used counts as never activated. */
export const UNUSED_ACTIVATION_DAYS = 14;
/** How far back mails without a good end count as a problem. */
export const PROBLEM_DAYS = 30;
/** Counts stop here: pages then say « plus de 1 000 ». */
export const MAX_COUNTED = 1_000;

export const ACCOUNT_SORTS = ["company", "number", "last"] as const;
export type AccountSortKey = (typeof ACCOUNT_SORTS)[number];

/** The order of a list; in URLs `sort=number` and `sort=number-desc`. */
export interface AccountSort {
  by: AccountSortKey;
  isDescending: boolean;
}

/** Reads the list of a URL; null for all accounts. */
export const readListName = (text: string): AccountListName | null =>
  ACCOUNT_LISTS.find((name) => name === text) ?? null;

/**
 * Reads the order of a URL; by company for any other text. All accounts cannot be sorted by their last invoice, because
 * that would read one of each.
 */
export function readAccountSort(text: string, isBounded: boolean): AccountSort {
  const by = ACCOUNT_SORTS.find((key) => text === key || text === `${key}-desc`);
  if (by === undefined || (by === "last" && !isBounded)) return { by: "company", isDescending: false };
  return { by, isDescending: text !== by };
}

/** Writes the order for a URL; `readAccountSort` reads it. */
export const writeAccountSort = ({ by, isDescending }: AccountSort): string =>
  isDescending ? `${by}-desc` : by;

const DAY_MS = 86_400_000;

/** Activations mailed before this instant, and not used, count as never activated. */
export const unusedActivationBefore = (at: Date): Date =>
  new Date(at.getTime() - UNUSED_ACTIVATION_DAYS * DAY_MS);
