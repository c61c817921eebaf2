/** Days after which an invoice that nobody opened counts as unseen. */
export const UNSEEN_DAYS = 30;
/** Days before invoices leave in which they count as leaving. */
export const LEAVING_DAYS = 30;
