import type { Locale } from "@/lib/locale/locale";

const NO_BREAK_SPACE = "\u00a0";

/** The text as it is printed: typographic apostrophes, and in French no-break spaces beside its punctuation. */
export function typeset(text: string, locale: Locale): string {
  const curly = text.replaceAll("'", "’");
  if (locale === "en") return curly;
  return curly
    .replace(/ (?=[:;?!»%])|(?<=«) /g, NO_BREAK_SPACE)
    .replace(/(?<=\d) (?=h\b|mois\b|Mo\b)/g, NO_BREAK_SPACE);
}
