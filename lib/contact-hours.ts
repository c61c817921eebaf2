import type { Locale } from "@/lib/languages";

/** The opening hours of a supplier's customer service, as its manager wrote them. */
export interface ContactHours {
  texts: Partial<Record<Locale, string>>;
  /** For the languages without a text; "" when there is none. */
  otherwise: string;
}

export const NO_HOURS: ContactHours = { texts: {}, otherwise: "" };

/** Returns the hours in a language; "" when there are none. */
export const hoursIn = ({ texts, otherwise }: ContactHours, locale: Locale): string =>
  texts[locale] ?? otherwise;
