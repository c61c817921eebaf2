import type { Locale } from "@/lib/languages";
import { formatDecimal, formatMoney, parseDecimal } from "@/lib/money";

/** An amount as a file writes it, in its currency where that can hold it, else as the bare figure. */
export function formatAmount(decimal: string, currency: string | null, locale: Locale): string {
  const minor = currency === null ? null : parseDecimal(decimal, currency);
  return minor === null || currency === null
    ? formatDecimal(decimal, locale)
    : formatMoney(minor, currency, locale);
}
