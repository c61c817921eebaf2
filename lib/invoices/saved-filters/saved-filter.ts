/** A filter of the list that a user saved under a name; nobody else sees it. */
export interface SavedFilter {
  id: string;
  name: string;
  /** The list's query string, without `?` and without the page number. */
  query: string;
}

/** The reasons why a filter is not saved. */
export const SAVING_REFUSALS = ["name_missing", "name_too_long", "too_many", "too_often"] as const;
export type SavingRefusalReason = (typeof SAVING_REFUSALS)[number];

/** Limited, so that the list of saved filters stays easy to scan. */
export const MAX_SAVED_FILTERS = 30;
export const LONGEST_FILTER_NAME = 60;
