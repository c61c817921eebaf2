import { normalizeMailAddress } from "./mail-address";

/**
 * Returns an identifier as it is stored and compared. Most identifiers are mail addresses, so all are normalized as
 * mail addresses. Characters that PostgreSQL cannot store (U+0000, lone surrogates) become U+FFFD, which no
 * identifier contains.
 */
export function normalizeIdentifier(typed: string): string {
  return normalizeMailAddress(typed.toWellFormed().replaceAll("\0", "\ufffd"));
}

/** The maximum length of a mail address (RFC 5321, 4.5.3.1.3). */
const LONGEST = 254;

/**
 * Returns whether a person may choose this identifier: at least 3 characters, only letters without accents, digits and
 * `. _ - + ' @`. These can be typed on any keyboard, and none of them looks like another character.
 */
export function isIdentifier(normalized: string): boolean {
  return /^[a-z0-9][a-z0-9._+'@-]{2,}$/.test(normalized) && normalized.length <= LONGEST;
}
