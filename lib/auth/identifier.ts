/** An identifier as it is stored and compared: Unicode compatibility form, trimmed, lower-case. */
export function normalizeIdentifier(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}
