import type { Locale } from "@/lib/languages";
import { formatDecimal, formatMoney, parseDecimal } from "@/lib/money";

/** Formats an amount of a file in its currency, or without one if the currency cannot express it. */
export function formatAmount(decimal: string, currency: string | null, locale: Locale): string {
  const minor = currency === null ? null : parseDecimal(decimal, currency);
  return minor === null || currency === null
    ? formatDecimal(decimal, locale)
    : formatMoney(minor, currency, locale);
}
