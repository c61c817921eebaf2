import type { Locale } from "@/lib/languages";

/** The two words of the lessor's trade that a supplier may replace by those of its own trade. */
export const TRADE_TERMS = ["vehicle", "contract"] as const;

export type TradeTerm = (typeof TRADE_TERMS)[number];

/** A word in singular and plural, as it is written at the beginning of a label. */
export interface TermWords {
  one: string;
  other: string;
}

/** The words that a supplier replaced, by language. */
export type TradeWords = Partial<Record<Locale, Partial<Record<TradeTerm, TermWords>>>>;

/** The maximum length of such a word: it must fit above a column of a phone. */
export const TRADE_WORD_LENGTH = 24;

/** The portal's own words. */
const OWN_WORDS: Record<Locale, Record<TradeTerm, TermWords>> = {
  fr: {
    vehicle: { one: "Véhicule", other: "Véhicules" },
    contract: { one: "Contrat", other: "Contrats" },
  },
  en: {
    vehicle: { one: "Vehicle", other: "Vehicles" },
    contract: { one: "Contract", other: "Contracts" },
  },
};

/** Words of other trades that the form suggests. */
export const SUGGESTED_WORDS: Record<Locale, Record<TradeTerm, readonly TermWords[]>> = {
  fr: {
    vehicle: [
      OWN_WORDS.fr.vehicle,
      { one: "Matériel", other: "Matériels" },
      { one: "Engin", other: "Engins" },
      { one: "Site", other: "Sites" },
      { one: "Ligne", other: "Lignes" },
    ],
    contract: [
      OWN_WORDS.fr.contract,
      { one: "Commande", other: "Commandes" },
      { one: "Abonnement", other: "Abonnements" },
      { one: "Dossier", other: "Dossiers" },
      { one: "Chantier", other: "Chantiers" },
    ],
  },
  en: {
    vehicle: [
      OWN_WORDS.en.vehicle,
      { one: "Device", other: "Devices" },
      { one: "Machine", other: "Machines" },
      { one: "Site", other: "Sites" },
      { one: "Line", other: "Lines" },
    ],
    contract: [
      OWN_WORDS.en.contract,
      { one: "Order", other: "Orders" },
      { one: "Subscription", other: "Subscriptions" },
      { one: "File", other: "Files" },
      { one: "Project", other: "Projects" },
    ],
  },
};

/** Returns the supplier's word for a term, in the form for a number of things. */
export function tradeWord(words: TradeWords, locale: Locale, term: TradeTerm, count = 1): string {
  const { one, other } = wordsOfTrade(words, locale)[term];
  return count === 1 ? one : other;
}

/** Returns the supplier's words for both terms in a language: its own where it replaced them. */
export function wordsOfTrade(words: TradeWords, locale: Locale): Record<TradeTerm, TermWords> {
  return { ...OWN_WORDS[locale], ...words[locale] };
}
