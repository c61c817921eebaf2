import { withoutInvisible } from "@/lib/invisible-text";
import { minorDigits } from "@/lib/money";
import { stripEnd } from "@/lib/strip";

const SIGN = "[-+\\u2010-\\u2013\\u2212]?";
const CURRENCY = "(€|£|[A-Za-z]{3})?";
/**
 * Matches an amount. The text must be trimmed, with single spaces only: in a longer run of spaces the parts of the
 * expression could match the same spaces in many ways, which takes long.
 */
const WRITTEN = new RegExp(`^(${SIGN}) ?${CURRENCY} ?(${SIGN}) ?([\\d.,]+(?: [\\d.,]+)*) ?${CURRENCY}$`);

/** Thousands separated, then a different decimal separator; the number never starts with a zero. */
const GROUPED = [
  /^[1-9]\d{0,2}(?:\s\d{3})+(?:[.,](\d*))?$/,
  /^[1-9]\d{0,2}(?:\.\d{3})+(?:,(\d*))?$/,
  /^[1-9]\d{0,2}(?:,\d{3})+(?:\.(\d*))?$/,
];
const UNGROUPED = /^(?:\d+(?:[.,](\d*))?|[.,](\d+))$/;

/**
 * Reads an amount as people write it, without rounding: `1 000,20` with any kind of space, `1000,2`, `1.000,20`,
 * `1000.20`, `1,000.20`, with a currency before or after it, and with - or − as its sign. Returns a decimal string
 * ("1000.2", "-5"), the same for all ways of writing, or null when the text is not an amount.
 *
 * A single separator before exactly three digits is ambiguous. `1.000` and `1,000` are one thousand, because no total
 * in a currency with two decimals shows three. After a leading zero (`0,500`), or with a currency of three decimals
 * (`1,000 TND` is one dinar), it is a decimal separator.
 */
export function parseAmount(text: string): string | null {
  const match = text.length > 64 ? null : WRITTEN.exec(withoutInvisible(text).trim().replace(/\s+/g, " "));
  if (!match) return null;
  const [, outer = "", before, inner = "", figures = "", after] = match;
  if ((outer && inner) || (before && after)) return null;
  const split = splitFigures(figures, hasThreeDecimals(before ?? after));
  if (!split) return null;
  const whole = split.whole.replace(/^0+/, "") || "0";
  // A zero is added to three decimals, so that the result is read as the same value when it comes back in a URL.
  const fraction = stripEnd(split.fraction, "0").replace(/^\d{3}$/, "$&0");
  const magnitude = fraction === "" ? whole : `${whole}.${fraction}`;
  const isNegative = /[^+]/.test(outer + inner);
  return isNegative && magnitude !== "0" ? `-${magnitude}` : magnitude;
}

function splitFigures(figures: string, threeDecimals: boolean): { whole: string; fraction: string } | null {
  const isAmbiguous = /^\d+[.,]\d{3}$/.test(figures);
  const grouped = threeDecimals && isAmbiguous ? undefined : GROUPED.find((form) => form.test(figures));
  const match = (grouped ?? UNGROUPED).exec(figures);
  if (!match) return null;
  const fraction = match[1] ?? match[2] ?? "";
  return { whole: figures.slice(0, figures.length - fraction.length).replace(/\D/g, ""), fraction };
}

function hasThreeDecimals(currency: string | undefined): boolean {
  return currency !== undefined && minorDigits(currency.toUpperCase()) === 3;
}
