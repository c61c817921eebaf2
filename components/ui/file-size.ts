/** « 184 Ko », "1.2 MB": thousands of bytes, as file managers of today count. */
export function formatFileSize(bytes: number, locale: "fr" | "en"): string {
  const kilo = Math.max(1, Math.round(bytes / 1000));
  if (kilo < 1000) return `${kilo}\u00a0${locale === "fr" ? "Ko" : "kB"}`;
  const mega = (bytes / 1_000_000).toFixed(1);
  return locale === "fr" ? `${mega.replace(".", ",")}\u00a0Mo` : `${mega}\u00a0MB`;
}
