/** Characters of the reason of a withdrawal. */
export const LONGEST_REASON = 500;
