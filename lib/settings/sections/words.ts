import { type Locale, LOCALES } from "@/lib/languages";
import { cleanText } from "@/lib/mails/writing/clean-props";
import { wordField } from "@/lib/settings/field-names";
import { FieldReader, type SettingsSection } from "@/lib/settings/section";
import {
  type TermWords,
  TRADE_TERMS,
  TRADE_WORD_LENGTH,
  type TradeTerm,
  type TradeWords,
  wordsOfTrade,
} from "@/lib/trade-words";

/** The supplier's own words for « véhicule » and « contrat ». A term without words keeps those of the portal. */
export const words: SettingsSection = {
  fields: LOCALES.flatMap((locale) =>
    TRADE_TERMS.flatMap((term) => [wordField(term, locale, "one"), wordField(term, locale, "other")]),
  ),
  show: ({ tradeWords }) =>
    Object.fromEntries(
      LOCALES.flatMap((locale) =>
        TRADE_TERMS.flatMap((term) => {
          const { one, other } = wordsOfTrade(tradeWords, locale)[term];
          return [
            [wordField(term, locale, "one"), one],
            [wordField(term, locale, "other"), other],
          ];
        }),
      ),
    ),
  read(typed) {
    const reader = new FieldReader(typed);
    const tradeWords: TradeWords = {};
    for (const locale of LOCALES)
      for (const term of TRADE_TERMS) {
        const read = readTerm(reader, term, locale);
        if (read && !isOwn(read, term, locale)) (tradeWords[locale] ??= {})[term] = read;
      }
    return reader.result({ tradeWords });
  },
};

/** Reads both forms of a term; null when both are empty, which means the portal's words. */
function readTerm(reader: FieldReader, term: TradeTerm, locale: Locale): TermWords | null {
  const fields = { one: wordField(term, locale, "one"), other: wordField(term, locale, "other") };
  const one = capitalized(cleanText(reader.text(fields.one)), locale);
  const other = capitalized(cleanText(reader.text(fields.other)), locale);
  for (const [field, word] of [
    [fields.one, one],
    [fields.other, other],
  ] as const) {
    reader.check(field, word !== "" || (one === "" && other === ""), "both_or_none");
    reader.check(field, word.length <= TRADE_WORD_LENGTH, "too_long");
    // A message must not read a part of the word as its own syntax.
    reader.check(field, /^[\p{L}\p{M}\p{N} ’.·/°-]*$/u.test(word), "not_a_word");
  }
  return one === "" ? null : { one, other };
}

function isOwn(read: TermWords, term: TradeTerm, locale: Locale): boolean {
  const own = wordsOfTrade({}, locale)[term];
  return read.one === own.one && read.other === own.other;
}

/** Labels begin with a capital; within a sentence the word is written in lower case. */
const capitalized = (word: string, locale: Locale): string =>
  word.slice(0, 1).toLocaleUpperCase(locale) + word.slice(1);
