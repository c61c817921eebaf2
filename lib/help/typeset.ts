import { LANGUAGES } from "@/lib/language-formats";
import type { Locale } from "@/lib/languages";

const NO_BREAK_SPACE = "\u00a0";

/** Returns the text with typographic apostrophes, and with no-break spaces where the language requires them. */
export function typeset(text: string, locale: Locale): string {
  return LANGUAGES[locale].noBreakSpaces.reduce(
    (set, space) => set.replace(space, NO_BREAK_SPACE),
    text.replaceAll("'", "’"),
  );
}
