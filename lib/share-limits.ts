/** Maximum characters of the name of the person that an invoice is shared with. */
export const RECIPIENT_LENGTH = 80;

/** Maximum number of links of one invoice that work at the same time. */
export const MAX_OPEN_SHARES = 10;

/** Maximum number of links that one user makes in 24 hours, and all users of an account together. */
export const MAX_SHARES_A_DAY = { user: 30, account: 100 } as const;
