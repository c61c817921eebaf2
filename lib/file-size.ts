import { LANGUAGES } from "@/lib/language-formats";
import type { Locale } from "@/lib/languages";
import { groupDigits } from "@/lib/money";

/**
 * Formats a file size with units of 1000 bytes: « 184 ko », "1.2 MB". Rounded up, so that no size is 0; pages and mails
 * say the same.
 */
export function formatFileSize(bytes: number, locale: Locale): string {
  const { decimalMark, thousandsMark, fileUnits } = LANGUAGES[locale];
  if (bytes < 999_000) return `${Math.ceil(bytes / 1000)}${fileUnits.kilobyte}`;
  const tenths = String(Math.ceil(bytes / 100_000));
  const whole = groupDigits(tenths.slice(0, -1), thousandsMark);
  return `${whole}${decimalMark}${tenths.slice(-1)}${fileUnits.megabyte}`;
}
