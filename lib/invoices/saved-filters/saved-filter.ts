/** A search of the list that a user gave a name; nobody else sees it. */
export interface SavedFilter {
  id: string;
  name: string;
  /** The list's query string, without `?` and without a page. */
  query: string;
}

/** Why a search is not saved. */
export const SAVING_REFUSALS = ["name_missing", "name_too_long", "too_many", "too_often"] as const;
export type SavingRefusalReason = (typeof SAVING_REFUSALS)[number];

/** As many as one still finds one's way in. */
export const MOST_SAVED_FILTERS = 30;
export const LONGEST_FILTER_NAME = 60;
