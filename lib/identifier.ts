/**
 * An identifier as it is stored and compared: Unicode compatibility form, trimmed, lower-case. What PostgreSQL cannot
 * hold (U+0000, lone surrogates) becomes U+FFFD, which no identifier has.
 */
export function normalizeIdentifier(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase().toWellFormed().replaceAll("\0", "\ufffd");
}

/** RFC 5321, 4.5.3.1.3: as long as an address can be. */
const LONGEST = 254;

/**
 * Whether a person may choose it: 3 characters or more, of letters without accents, digits and `. _ - + @`. Nothing that
 * looks like something else, and nothing that cannot be typed on any keyboard.
 */
export function isIdentifier(normalized: string): boolean {
  return /^[a-z0-9][a-z0-9._+@-]{2,}$/.test(normalized) && normalized.length <= LONGEST;
}
