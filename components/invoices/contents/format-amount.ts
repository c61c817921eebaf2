import type { Locale } from "@/lib/languages";
import { formatDecimal, formatMoney, minorDigits, parseDecimal } from "@/lib/money";

/** Formats an amount of a file in its currency, or without one if the currency cannot express it. */
export function formatAmount(decimal: string, currency: string | null, locale: Locale): string {
  const minor = currency === null ? null : parseDecimal(decimal, currency);
  return minor === null || currency === null
    ? formatDecimal(decimal, locale, currency === null ? undefined : minorDigits(currency))
    : formatMoney(minor, currency, locale);
}

/**
 * Formats a price of a file without its currency. It has at least the decimals of the currency, and all decimals of the
 * file.
 */
export function formatPrice(decimal: string, currency: string | null, locale: Locale): string {
  return formatDecimal(decimal, locale, currency === null ? undefined : minorDigits(currency));
}
