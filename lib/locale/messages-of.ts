import type { Locale } from "@/lib/languages";
import { type TradeWords, wordsOfTrade } from "@/lib/trade-words";
import { MESSAGES } from "@/messages/messages";

/** Returns the messages of a language, with the words that a supplier uses in its trade. */
export const messagesOf = (locale: Locale, words: TradeWords) => ({
  ...MESSAGES[locale],
  trade: wordsOfTrade(words, locale),
});
