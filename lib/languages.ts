/*
 * The languages of the portal. A language is added here, in lib/language-formats.ts, in messages/ and in the help topics
 * (lib/help/topics), and nowhere else: all other code that depends on the language uses this list.
 */

/** BCP 47 tags, for the `lang` of a page and for Intl; the portal is complete in each. The first is the default. */
export const LOCALES = ["fr", "en"] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = LOCALES[0];

/** The cookie with the chosen language. Scripts may read it, because it identifies nobody. */
export const LOCALE_COOKIE = "__Host-locale";

/** Returns whether the text is the tag of a language of the portal. */
export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}
