import { LANGUAGES, type Locale } from "@/lib/languages";
/** Formats a file size, with units of 1000 bytes: « 184 Ko », "1.2 MB". */
export function formatFileSize(bytes: number, locale: Locale): string {
  const kilo = Math.max(1, Math.round(bytes / 1000));
  const { decimalMark, fileUnits } = LANGUAGES[locale];
  if (kilo < 1000) return `${kilo}\u00a0${fileUnits.kilobyte}`;
  const mega = (bytes / 1_000_000).toFixed(1).replace(".", decimalMark);
  return `${mega}\u00a0${fileUnits.megabyte}`;
}
