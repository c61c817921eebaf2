/** An amount in the currency's smallest unit (ISO 4217): cents for EUR, whole yen for JPY. */
export type Minor = bigint;

/** ISO 4217 (list one) minor units that are not 2. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  ...digits(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...digits(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...digits(4, "CLF UYW"),
};

/** Signs that name one currency only; the others are written by their ISO code, "$" alone is ambiguous. */
const SYMBOLS: Readonly<Record<string, string>> = { EUR: "€", GBP: "£" };

/** PostgreSQL `bigint`, where amounts are stored. */
const LARGEST = 2n ** 63n - 1n;

const NO_BREAK_SPACE = "\u00a0";
const TRUE_MINUS = "\u2212";

/** The currencies that have not two decimals, by how many they have. */
export const OTHER_DECIMALS: readonly { digits: number; currencies: readonly string[] }[] = [0, 3, 4].map(
  (digits) => ({
    digits,
    currencies: Object.keys(MINOR_DIGITS).filter((currency) => MINOR_DIGITS[currency] === digits),
  }),
);

/** How many decimals the currency has, 2 for a code ISO 4217 gives no other figure for. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/**
 * Reads an `xs:decimal` ("1234.5", "-3", ".50") exactly, sign kept.
 * Refuses with null: what is no decimal, more significant decimals than the currency has
 * (trailing zeros are no precision: 10.00000 is fine), what a 64-bit column cannot hold.
 */
export function parseDecimal(text: string, currency: string): Minor | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || text.length > 64) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return null;
  const scale = minorDigits(currency);
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > scale) return null;
  const magnitude = BigInt(whole + significant.padEnd(scale, "0"));
  if (magnitude > LARGEST) return null;
  return sign === "-" ? -magnitude : magnitude;
}

/** The amount as a plain decimal string with all the currency's decimals: `123450n, "EUR"` gives "1234.50". */
export function toDecimal(minor: Minor, currency: string): string {
  const { whole, fraction } = split(minor, currency);
  return (minor < 0n ? "-" : "") + whole + (fraction && `.${fraction}`);
}

/**
 * The amount for people: "1 234,50 €" in French (no-break spaces U+00A0), "€1,234.50" in English, a true minus.
 * Built by hand so that server and browser write the same, whatever their locale data.
 */
export function formatMoney(minor: Minor, currency: string, locale: "fr" | "en"): string {
  const { whole, fraction } = split(minor, currency);
  const minus = minor < 0n ? TRUE_MINUS : "";
  const symbol = SYMBOLS[currency];
  if (locale === "fr") {
    return `${minus}${grouped(whole, NO_BREAK_SPACE)}${fraction && `,${fraction}`}${NO_BREAK_SPACE}${symbol ?? currency}`;
  }
  return `${minus}${symbol ?? currency + NO_BREAK_SPACE}${grouped(whole, ",")}${fraction && `.${fraction}`}`;
}

function split(minor: Minor, currency: string): { whole: string; fraction: string } {
  const scale = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(scale + 1, "0");
  const point = text.length - scale;
  return { whole: text.slice(0, point), fraction: text.slice(point) };
}

function grouped(whole: string, separator: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, separator);
}

function digits(count: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(" ").map((currency) => [currency, count]));
}
