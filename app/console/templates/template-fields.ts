import { type z } from "zod";
import { hidden, text } from "@/lib/actions/fields";
import { type Locale, LOCALES } from "@/lib/languages";

/** The fields of a template's form: its title, and a text for each language. */
export const templateFields = {
  title: text(400),
  fr: text(10_000),
  en: text(10_000),
  step: hidden(10),
} satisfies Record<Locale | "title" | "step", z.ZodType>;

/** Returns the typed texts by language. */
export const textsOf = (typed: Record<Locale, string>): Record<Locale, string> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, typed[locale]])) as Record<Locale, string>;
