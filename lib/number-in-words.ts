import { LANGUAGES } from "./language-formats";
import type { Locale } from "./languages";

/** Writes a number up to ten in words, « trois » or "three", and a larger one in digits. */
export function numberInWords(count: number, locale: Locale): string {
  return LANGUAGES[locale].numberWords[count] ?? String(count);
}
