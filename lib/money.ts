import { LANGUAGES } from "./language-formats";
import type { Locale } from "./languages";
import { stripEnd } from "./strip";

/** An amount in the currency's smallest unit (ISO 4217): cents for EUR, whole yen for JPY. */
export type Minor = bigint;

/** ISO 4217 (list one) minor units that are not 2. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  ...digits(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...digits(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...digits(4, "CLF UYW"),
};

/**
 * Symbols that stand for exactly one currency. Other currencies are written with their ISO code, since "$" is
 * ambiguous.
 */
const SYMBOLS: Readonly<Record<string, string>> = { EUR: "€", GBP: "£" };

/** The limits of PostgreSQL's `bigint`, the column type of amounts. */
const LARGEST = 2n ** 63n - 1n;

const NO_BREAK_SPACE = "\u00a0";
const MINUS_SIGN = "\u2212";

/** Number of decimals of the currencies that do not have two. */
export const OTHER_DECIMALS: readonly { digits: number; currencies: readonly string[] }[] = [0, 3, 4].map(
  (digits) => ({
    digits,
    currencies: Object.keys(MINOR_DIGITS).filter((currency) => MINOR_DIGITS[currency] === digits),
  }),
);

/** Returns the number of decimals of a currency; 2 unless ISO 4217 says otherwise. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/**
 * Reads an `xs:decimal` ("1234.5", "-3", ".50") exactly, sign kept.
 * Returns null for a text that is not a decimal, for more significant decimals than the currency has
 * (trailing zeros do not count: 10.00000 is accepted), and for values that do not fit in 64 bits.
 */
export function parseDecimal(text: string, currency: string): Minor | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || text.length > 64) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return null;
  const scale = minorDigits(currency);
  const significant = stripEnd(fraction, "0");
  if (significant.length > scale) return null;
  const magnitude = BigInt(whole + significant.padEnd(scale, "0"));
  if (magnitude > LARGEST) return null;
  return sign === "-" ? -magnitude : magnitude;
}

/**
 * Returns the factor by which the amounts of an original are multiplied before anybody adds them up: -1 for a credit
 * note whose total is written positive (type 381), else 1. So a credit note is always negative, whichever sign its
 * file uses. The column `sign` of invoices follows the same rule.
 */
export function signOf(type: "invoice" | "credit_note", totalWithVat: Minor): 1n | -1n {
  return type === "credit_note" && totalWithVat > 0n ? -1n : 1n;
}

/** Returns the amount as a decimal string with all decimals of the currency: `123450n, "EUR"` gives "1234.50". */
export function toDecimal(minor: Minor, currency: string): string {
  const { whole, fraction } = split(minor, currency);
  return (minor < 0n ? "-" : "") + whole + (fraction && `.${fraction}`);
}

/**
 * Formats an amount for people: "1 234,50 €" in French (no-break spaces U+00A0), "€1,234.50" in English, with a minus
 * sign (U+2212). Does not use Intl, so that server and browser write the same text even if their locale data differ.
 */
export function formatMoney(minor: Minor, currency: string, locale: Locale): string {
  const { whole, fraction } = split(minor, currency);
  return written(minor < 0n, whole, fraction, "", currency, locale);
}

/** Powers of ten with a short symbol. */
const UNITS = [
  { power: 9, name: "milliard" },
  { power: 6, name: "million" },
  { power: 3, name: "thousand" },
] as const;

/**
 * Formats a short, rounded amount for the axis of a chart: "92,3 k€" or "€92.3k", rounded half away from zero to one
 * decimal. Below a thousand, zero decimals are left out. Do not use it when the exact amount is needed.
 */
export function formatMoneyShort(minor: Minor, currency: string, locale: Locale): string {
  const { whole, fraction } = split(minor, currency);
  const unit = UNITS.find(({ power }) => whole.length > power);
  if (!unit) return written(minor < 0n, whole, /^0*$/.test(fraction) ? "" : fraction, "", currency, locale);
  const tenth = 10n ** BigInt(unit.power - 1 + fraction.length);
  const tenths = ((minor < 0n ? -minor : minor) + tenth / 2n) / tenth;
  const decimal = tenths % 10n === 0n ? "" : `${tenths % 10n}`;
  return written(
    minor < 0n,
    `${tenths / 10n}`,
    decimal,
    LANGUAGES[locale].amountUnits[unit.name],
    currency,
    locale,
  );
}

/**
 * Returns the change from `before` to `after` in whole percent, rounded half away from zero. Null when `before` is
 * zero or negative, because a percentage then has no meaning.
 */
export function percentChange(before: Minor, after: Minor): number | null {
  if (before <= 0n) return null;
  const doubled = (after - before) * 200n;
  return Number((doubled < 0n ? doubled - before : doubled + before) / (2n * before));
}

function written(
  isNegative: boolean,
  whole: string,
  fraction: string,
  unit: string,
  currency: string,
  locale: Locale,
): string {
  const minus = isNegative ? MINUS_SIGN : "";
  const symbol = SYMBOLS[currency];
  const { thousandsMark, decimalMark, currencySide } = LANGUAGES[locale];
  const amount = groupDigits(whole, thousandsMark) + (fraction && decimalMark + fraction);
  if (currencySide === "before") return `${minus}${symbol ?? currency + NO_BREAK_SPACE}${amount}${unit}`;
  const sign = symbol ?? (unit && NO_BREAK_SPACE) + currency;
  return `${minus}${amount}${NO_BREAK_SPACE}${unit}${sign}`;
}

/**
 * Formats a decimal string for people, without currency, with at least `fewest` decimals: "1000.2" is « 1 000,20 » in
 * French and "1,000.20" in English. Only trailing zeros are dropped.
 */
export function formatDecimal(decimal: string, locale: Locale, fewest = 2): string {
  const [, sign = "", whole = "", written = ""] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const fraction = stripEnd(written, "0").padEnd(fewest, "0");
  const isZero = /^[0.]*$/.test(whole + fraction);
  const minus = sign === "-" && !isZero ? MINUS_SIGN : "";
  const { thousandsMark, decimalMark } = LANGUAGES[locale];
  return `${minus}${groupDigits(whole.replace(/^0+/, "") || "0", thousandsMark)}${fraction && decimalMark + fraction}`;
}

/** Returns a decimal string without needless signs and zeros: "+020.500" is "20.5". */
export function plainDecimal(decimal: string): string {
  const [, sign = "", whole = "", fraction = ""] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const significant = stripEnd(fraction, "0");
  const magnitude = (whole.replace(/^0+/, "") || "0") + (significant && `.${significant}`);
  return sign === "-" && magnitude !== "0" ? `-${magnitude}` : magnitude;
}

/** Returns whether one decimal string is less than another, compared exactly, with any number of decimals. */
export function isLessDecimal(one: string, other: string): boolean {
  const scale = Math.max(decimalsOf(one), decimalsOf(other));
  const scaled = (decimal: string) =>
    BigInt(decimal.replace(".", "") + "0".repeat(scale - decimalsOf(decimal)));
  return scaled(one) < scaled(other);
}

const decimalsOf = (decimal: string) => decimal.split(".")[1]?.length ?? 0;

function split(minor: Minor, currency: string): { whole: string; fraction: string } {
  const scale = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(scale + 1, "0");
  const point = text.length - scale;
  return { whole: text.slice(0, point), fraction: text.slice(point) };
}

/** Writes a whole number in groups of three digits. */
export function groupDigits(whole: string, separator: string): string {
  const first = whole.length % 3 || 3;
  const groups = [whole.slice(0, first)];
  for (let at = first; at < whole.length; at += 3) groups.push(whole.slice(at, at + 3));
  return groups.join(separator);
}

function digits(count: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(" ").map((currency) => [currency, count]));
}
