/** Maximum characters of a customer's message; the forms show this limit (R20). */
export const MESSAGE_LENGTH = 800;

/** Maximum characters of a supplier's answer, or of the text of a template. */
export const ANSWER_LENGTH = 4_000;

/** Maximum characters of the note with a request that is passed on to a contact. */
export const NOTE_LENGTH = 1_000;

/** Maximum number of requests of one account that wait for an answer. It protects the adviser's mailbox. */
export const MAX_OPEN_REQUESTS = 10;

/** Maximum number of messages in 24 hours: of one user, and of all users of an account together. */
export const MAX_MESSAGES_PER_DAY = { user: 15, account: 20 } as const;

/** Working days that a supplier may promise for an answer. */
export const ANSWER_DAYS = { min: 1, max: 30 } as const;

/** Maximum number of templates of one supplier. */
export const MAX_TEMPLATES = 100;

/** Maximum number of contacts of one supplier. */
export const MAX_CONTACTS = 50;

/** Maximum characters of the title of a template, or of the name of a contact. */
export const TITLE_LENGTH = 100;
