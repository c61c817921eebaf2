/** Maximum number of keys of one supplier that work at the same time. */
export const MAX_ACTIVE_KEYS = 20;

/** Maximum characters of the name of a key. */
export const KEY_NAME_LENGTH = 60;

/** Maximum number of ended keys on the page of keys. */
export const MAX_ENDED_SHOWN = 20;
