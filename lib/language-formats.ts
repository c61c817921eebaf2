import type { Locale } from "./languages";

/*
 * How each language writes dates, amounts and sizes. In a file of its own, because every page of the portal, also the one
 * for errors, sends the list of languages to the browser, and few pages need these formats there.
 */

/** The formats of a language, besides its sentences. Date patterns use the letters of Unicode CLDR. */
interface Language {
  /** The name of the language in the language itself. */
  name: string;
  /** The form used within a sentence, January first. */
  months: readonly string[];
  shortMonths: readonly string[];
  datePattern: string;
  /** Without the year, when it is known from the context. */
  shortDatePattern: string;
  /** With `{date}` and `{time}`. */
  instantPattern: string;
  /** With `{hour}`, 0 to 23: a full hour. */
  hourPattern: string;
  /** Zero to ten in words. */
  numberWords: readonly string[];
  decimalMark: string;
  thousandsMark: string;
  /** The position of the currency relative to the amount. */
  currencySide: "before" | "after";
  /** Abbreviations after an amount; a milliard is 10⁹. */
  amountUnits: { thousand: string; million: string; milliard: string };
  /** Units of 1000 and a million bytes, with the space before them. */
  fileUnits: { kilobyte: string; megabyte: string };
  /** A colon with its spaces, between a label and its value. */
  colon: string;
  /** Matches the plain spaces of a text that must become no-break spaces by the rules of typography. */
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
    fileUnits: { kilobyte: `${NO_BREAK_SPACE}ko`, megabyte: `${NO_BREAK_SPACE}Mo` },
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
    fileUnits: { kilobyte: " kB", megabyte: " MB" },
    colon: ": ",
    noBreakSpaces: [],
  },
};
