import type { Locale } from "@/lib/languages";
import type { TermWords, TradeTerm } from "@/lib/trade-words";

/** The field with the hours of the customer service in a language. */
export const hoursField = (locale: Locale) => `hours_${locale}`;

/** The field that offers a language; « yes » when it is chosen. */
export const languageField = (locale: Locale) => `language_${locale}`;

/** The field with the singular or the plural of a term in a language. */
export const wordField = (term: TradeTerm, locale: Locale, form: keyof TermWords) =>
  `${term}_${locale}_${form}`;
