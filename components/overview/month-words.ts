import { formatMonth } from "@/lib/dates";

/** « octobre 2026 », as it stands within a sentence. */
export function monthWords(month: string, locale: "fr" | "en"): string {
  const words = formatMonth(month, locale);
  return locale === "fr" ? words.toLowerCase() : words;
}

/** The same without its year. */
export function monthName(month: string, locale: "fr" | "en"): string {
  return monthWords(month, locale).split(" ")[0] ?? "";
}
