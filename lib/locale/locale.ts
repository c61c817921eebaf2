/** The languages the portal is complete in; the first is the default. */
export const LOCALES = ["fr", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/** Holds the language someone chose; readable by scripts, it names nobody. */
export const LOCALE_COOKIE = "locale";

/** Whether the text names a language of the portal. */
export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/**
 * The language to answer in: the one chosen (cookie), else the first of the browser's `Accept-Language`
 * the portal has, by weight (RFC 9110, 12.5.4), else French.
 */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
      const weight = parameters.map((text) => text.trim()).find((text) => text.startsWith("q="));
      return {
        language: tag.trim().split("-")[0],
        weight: weight === undefined ? 1 : Number(weight.slice(2)),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? LOCALES[0];
}
