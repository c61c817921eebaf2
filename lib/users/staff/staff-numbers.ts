/** The most active staff of a supplier, and the most operators. */
export const MAX_STAFF = 200;

/** Invitations of one supplier in a day: each is a mail to an address that somebody typed. */
export const INVITATIONS_A_DAY = 100;
