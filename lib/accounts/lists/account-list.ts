import { daysBefore } from "@/lib/durations";

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
/** Days for which a mail that did not arrive counts as a problem. */
const PROBLEM_DAYS = 30;
/** The highest count; above it pages say « plus de 1 000 ». */
export const MAX_COUNTED = 1_000;

const ACCOUNT_SORTS = ["company", "number", "last"] as const;
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
 * The orders that a list or search can have. The list of all accounts cannot be sorted by the last invoice, because
 * that would read an invoice of every account.
 */
export const sortsOf = ({ q, list }: { q: string; list: AccountListName | null }): AccountSortKey[] =>
  ACCOUNT_SORTS.filter((by) => by !== "last" || list !== null || q !== "");

/** Reads the order of a URL; by company for any text that is none of `sorts`. */
export function readAccountSort(text: string, sorts: readonly AccountSortKey[]): AccountSort {
  const by = sorts.find((key) => text === key || text === `${key}-desc`);
  if (by === undefined) return { by: "company", isDescending: false };
  return { by, isDescending: text !== by };
}

/** Writes the order for a URL; `readAccountSort` reads it. */
export const writeAccountSort = ({ by, isDescending }: AccountSort): string =>
  isDescending ? `${by}-desc` : by;

/** Activations mailed before this instant, and not used, count as never activated. */
export const unusedActivationBefore = (at: Date): Date => daysBefore(at, UNUSED_ACTIVATION_DAYS);

/** Mails that did not arrive count as a problem from this instant on. */
export const problemsSince = (at: Date): Date => daysBefore(at, PROBLEM_DAYS);
