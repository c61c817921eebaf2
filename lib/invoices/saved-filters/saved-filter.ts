/** A search of the list that a user gave a name; nobody else sees it. */
export interface SavedFilter {
  id: string;
  name: string;
  /** The list's query string, without `?` and without a page. */
  query: string;
}

/** As many as one still finds one's way in. */
export const MOST_SAVED_FILTERS = 30;
export const LONGEST_FILTER_NAME = 60;
