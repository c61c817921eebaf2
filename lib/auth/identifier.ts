/**
 * An identifier as it is stored and compared: Unicode compatibility form, trimmed, lower-case. What PostgreSQL cannot
 * hold (U+0000, lone surrogates) becomes U+FFFD, which no identifier has.
 */
export function normalizeIdentifier(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase().toWellFormed().replaceAll("\0", "\ufffd");
}
