import { LANGUAGES, type Locale } from "./languages";

/** A small number as running text writes it, « trois » or "three"; a larger one in digits. */
export function numberInWords(count: number, locale: Locale): string {
  return LANGUAGES[locale].numberWords[count] ?? String(count);
}
