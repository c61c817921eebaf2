/** Characters of the message that a form takes and says it takes (R20). */
export const MESSAGE_LENGTH = 800;

/** Characters of an answer of the supplier, or of the text of a template. */
export const ANSWER_LENGTH = 4_000;

/** Characters of the note that goes with a request passed on to a contact. */
export const NOTE_LENGTH = 1_000;

/** Requests of one account that may wait for an answer, to protect the adviser's mailbox. */
export const MAX_OPEN_REQUESTS = 10;

/** Messages that one account may write in a day. */
export const MAX_MESSAGES_PER_DAY = 20;

/** Working days that a supplier may promise for an answer. */
export const ANSWER_DAYS = { min: 1, max: 30 } as const;

/** Templates that one supplier may have. */
export const MAX_TEMPLATES = 100;

/** Contacts that one supplier may have for passing requests on. */
export const MAX_CONTACTS = 50;

/** Characters of the title of a template, or of the name of a contact. */
export const TITLE_LENGTH = 100;
