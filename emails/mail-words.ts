import { createTranslator } from "use-intl/core";
import { LANGUAGES, type Locale, LOCALES } from "@/lib/languages";
import { formatMoney, type Minor, parseDecimal } from "@/lib/money";
import { MESSAGES } from "@/messages/messages";
import type { MailDocument } from "./mail-frame";

/** Performance: one translator per language for the life of the process, so that a sentence is parsed once. */
const TRANSLATORS = new Map(LOCALES.map((locale) => [locale, translator(locale)]));

/** The sentences of the mails in a language. */
export function mailWords(locale: Locale) {
  return TRANSLATORS.get(locale) ?? translator(locale);
}

/** A whole number for people, grouped with the no-break space that every font has. */
export function formatCount(count: number, locale: Locale): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, LANGUAGES[locale].thousandsMark);
}

/** The size of a file in kilobytes, or in megabytes with one decimal; rounded up, so that nothing is 0. */
export function formatSize(bytes: number, locale: Locale): string {
  const t = mailWords(locale);
  if (bytes < 999_000) return t("size.kilobytes", { size: formatCount(Math.ceil(bytes / 1000), locale) });
  const tenths = String(Math.ceil(bytes / 100_000));
  const { decimalMark } = LANGUAGES[locale];
  return t("size.megabytes", { size: `${tenths.slice(0, -1)}${decimalMark}${tenths.slice(-1)}` });
}

/** What a document adds to a total: a credit note takes away, whether its total is written negative or positive. */
export function amountOf(document: MailDocument): Minor {
  const minor = originalAmount(document);
  return document.type === "credit_note" && minor > 0n ? -minor : minor;
}

/** The document's amount for people, with the sign its original has. */
export function writtenAmount(document: MailDocument, locale: Locale): string {
  return formatMoney(originalAmount(document), document.currency, locale);
}

/** The first of several plates or contracts, and how many more there are. */
export function firstOf(names: readonly string[], locale: Locale): string {
  const [first = "", ...others] = names;
  if (others.length === 0) return first;
  return `${first} ${mailWords(locale)("label.more", { count: formatCount(others.length, locale) })}`;
}

function originalAmount({ totalWithVat, currency }: MailDocument): Minor {
  const minor = parseDecimal(totalWithVat, currency);
  if (minor === null) throw new RangeError(`"${totalWithVat}" is no amount in ${currency}`);
  return minor;
}

function translator(locale: Locale) {
  return remembering(
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

/** Performance: most sentences of a mail are the same as in the one before, and composing them takes a quarter of its time. */
const MOST_REMEMBERED = 1_000;

function remembering<Translator extends (key: never, values?: never) => string>(
  translate: Translator,
): Translator {
  const said = new Map<string, string>();
  const remember = (key: never, values?: never): string => {
    const name = values === undefined ? key : `${String(key)} ${JSON.stringify(values)}`;
    const known = said.get(name);
    if (known !== undefined) return known;
    if (said.size >= MOST_REMEMBERED) said.clear();
    const sentence = translate(key, values);
    said.set(name, sentence);
    return sentence;
  };
  return Object.assign(remember, translate);
}
