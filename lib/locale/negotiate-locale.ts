import { DEFAULT_LOCALE, type Locale, LOCALES } from "@/lib/languages";

/**
 * Returns the language of the answer, one of those `offered`: the one chosen (cookie), else the one with the highest
 * weight in the browser's `Accept-Language` (RFC 9110, 12.5.4), else the first.
 */
export function negotiateLocale(
  chosen: string | undefined,
  acceptLanguage: string | null,
  offered: readonly Locale[] = LOCALES,
): Locale {
  const isOffered = (text: unknown): text is Locale => offered.some((locale) => locale === text);
  if (isOffered(chosen)) return chosen;
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
  return wanted.map(({ language }) => language).find(isOffered) ?? offered[0] ?? DEFAULT_LOCALE;
}
