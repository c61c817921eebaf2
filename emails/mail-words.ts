import { createTranslator } from "use-intl/core";
import { LANGUAGES } from "@/lib/language-formats";
import { type Locale, LOCALES } from "@/lib/languages";
import { formatMoney, groupDigits, type Minor, parseDecimal, signOf } from "@/lib/money";
import { MESSAGES } from "@/messages/messages";
import type { MailDocument } from "./mail-frame";

/** Performance: one translator per language for the whole process, so that each sentence is parsed once. */
const TRANSLATORS = new Map(LOCALES.map((locale) => [locale, translator(locale)]));

/** Returns the translator for the texts of mails in a language. */
export function mailWords(locale: Locale) {
  return TRANSLATORS.get(locale) ?? translator(locale);
}

/** Formats a whole number, grouped with the no-break space that every font has. */
export function formatCount(count: number, locale: Locale): string {
  return groupDigits(String(count), LANGUAGES[locale].thousandsMark);
}

/** Returns the amount that a document shows and adds to a total: negative for a credit note. */
export function amountOf({ type, totalWithVat, currency }: MailDocument): Minor {
  const minor = parseDecimal(totalWithVat, currency);
  if (minor === null) throw new RangeError(`"${totalWithVat}" is no amount in ${currency}`);
  return signOf(type, minor) * minor;
}

/** Formats the document's amount. */
export function writtenAmount(document: MailDocument, locale: Locale): string {
  return formatMoney(amountOf(document), document.currency, locale);
}

/** Returns the first of several number plates or contracts, and the number of others. */
export function firstOf(names: readonly string[], locale: Locale): string {
  const [first = "", ...others] = names;
  if (others.length === 0) return first;
  return `${first} ${mailWords(locale)("label.more", { count: formatCount(others.length, locale) })}`;
}

function translator(locale: Locale) {
  return withCache(
    createTranslator({
      locale,
      messages: MESSAGES[locale],
      namespace: "mail",
      timeZone: "UTC",
      // A mail with a missing sentence must not be sent.
      onError: (error) => {
        throw error;
      },
    }),
  );
}

/** Performance: most sentences are the same from mail to mail, and composing them takes a quarter of a mail's time. */
const MAX_CACHED = 1_000;

function withCache<Translator extends (key: never, values?: never) => string>(
  translate: Translator,
): Translator {
  const cache = new Map<string, string>();
  const cached = (key: never, values?: never): string => {
    const name = values === undefined ? key : `${String(key)} ${JSON.stringify(values)}`;
    const known = cache.get(name);
    if (known !== undefined) return known;
    if (cache.size >= MAX_CACHED) cache.clear();
    const sentence = translate(key, values);
    cache.set(name, sentence);
    return sentence;
  };
  return Object.assign(cached, translate);
}
