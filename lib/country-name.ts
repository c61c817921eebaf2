import type { Locale } from "./languages";

/** Returns the name of a country (ISO 3166-1 alpha-2) in the reader's language; an unknown code stays as it is. */
export function countryName(code: string, locale: Locale): string {
  const upper = code.toUpperCase();
  if (!/^[A-Z]{2}$/.test(upper)) return code;
  return new Intl.DisplayNames([locale], { type: "region", fallback: "code" }).of(upper) ?? code;
}
