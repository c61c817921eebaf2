/** Characters of the message that a form takes and says it takes (R20). */
export const MESSAGE_LENGTH = 800;

/** Characters of an answer of the supplier, or of the text of a template. */
export const ANSWER_LENGTH = 4_000;

/** Requests of one account that may wait for an answer, to protect the adviser's mailbox. */
export const MAX_OPEN_REQUESTS = 10;

/** Messages that one account may write in a day. */
export const MESSAGES_A_DAY = 20;
