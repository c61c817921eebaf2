/** Days after which an invoice that nobody opened counts as unseen. */
export const UNSEEN_DAYS = 30;
/** An invoice counts as leaving during this number of days before its removal. */
export const LEAVING_DAYS = 30;
