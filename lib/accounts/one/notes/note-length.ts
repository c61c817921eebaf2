/** Characters of a note on an account. */
export const NOTE_LENGTH = 2_000;
