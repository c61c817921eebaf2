/** Templates that one supplier may have. */
export const MAX_TEMPLATES = 100;

/** Characters of the title of a template. */
export const TITLE_LENGTH = 100;

/** Contacts that one supplier may have for passing requests on. */
export const MAX_CONTACTS = 50;

/** Working days that a supplier may promise for an answer. */
export const ANSWER_DAYS = { least: 1, most: 30 } as const;
