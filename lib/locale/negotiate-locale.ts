import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/languages";

/**
 * Returns the language of the answer: the one chosen (cookie), else the language of the portal with the highest weight
 * in the browser's `Accept-Language` (RFC 9110, 12.5.4), else the default.
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
  return wanted.map(({ language }) => language).find(isLocale) ?? DEFAULT_LOCALE;
}
