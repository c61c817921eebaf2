/*
 * The languages of the portal. A language is added here, in messages/ and in the help topics (lib/help/topics), and
 * nowhere else: what else depends on the language is derived from this list.
 */

/** BCP 47 tags, as the `lang` of a page and Intl take them; the portal is complete in each. The first is the default. */
export const LOCALES = ["fr", "en"] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = LOCALES[0];

/** Holds the language someone chose; readable by scripts, it names nobody. */
export const LOCALE_COOKIE = "locale";

/** How a language writes what is not a sentence. Patterns of dates use the letters of Unicode CLDR. */
interface Language {
  /** Its own name, which whoever looks for it reads. */
  name: string;
  /** As they stand within a sentence, January first. */
  months: readonly string[];
  shortMonths: readonly string[];
  datePattern: string;
  /** Within a year that is known. */
  shortDatePattern: string;
  /** With `{date}` and `{time}`. */
  instantPattern: string;
  /** With `{hour}`, 0 to 23: a full hour. */
  hourPattern: string;
  /** Zero to ten, as running text writes them. */
  numberWords: readonly string[];
  decimalMark: string;
  thousandsMark: string;
  /** On which side of the amount the currency stands. */
  currencySide: "before" | "after";
  /** A thousand, a million and a milliard, in short after an amount. */
  amountUnits: { thousand: string; million: string; milliard: string };
  fileUnits: { kilobyte: string; megabyte: string };
  /** A colon with the spaces around it, between a label and its value. */
  colon: string;
  /** Spaces that typography wants unbreakable in a text typed with plain ones. */
  noBreakSpaces: readonly RegExp[];
}

const NO_BREAK_SPACE = "\u00a0";
const words = (text: string): readonly string[] => text.split(" ");

export const LANGUAGES: Readonly<Record<Locale, Language>> = {
  fr: {
    name: "Français",
    months: words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    shortMonths: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    datePattern: "dd/MM/yyyy",
    shortDatePattern: "d/M",
    instantPattern: "{date} à {time}",
    hourPattern: "{hour} h",
    numberWords: words("zéro un deux trois quatre cinq six sept huit neuf dix"),
    decimalMark: ",",
    thousandsMark: NO_BREAK_SPACE,
    currencySide: "after",
    amountUnits: { thousand: "k", million: "M", milliard: "Md" },
    fileUnits: { kilobyte: "Ko", megabyte: "Mo" },
    colon: `${NO_BREAK_SPACE}: `,
    noBreakSpaces: [/ (?=[:;?!»%])|(?<=«) /g, /(?<=\d) (?=h\b|mois\b|Mo\b)/g],
  },
  en: {
    name: "English",
    months: words("January February March April May June July August September October November December"),
    shortMonths: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    datePattern: "d MMM yyyy",
    shortDatePattern: "d MMM",
    instantPattern: "{date}, {time}",
    hourPattern: "{hour}:00",
    numberWords: words("zero one two three four five six seven eight nine ten"),
    decimalMark: ".",
    thousandsMark: ",",
    currencySide: "before",
    amountUnits: { thousand: "k", million: "m", milliard: "bn" },
    fileUnits: { kilobyte: "kB", megabyte: "MB" },
    colon: ": ",
    noBreakSpaces: [],
  },
};

/** Whether the text names a language of the portal. */
export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}
