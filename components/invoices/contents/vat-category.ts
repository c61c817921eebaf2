/** UNCL 5305 as EN 16931 uses it, where there is no rate to show: zero-rated, exempt, reverse charge, and so on. */
const CATEGORIES = ["Z", "E", "AE", "K", "G", "O"] as const;
type VatCategory = (typeof CATEGORIES)[number];

export function isVatCategory(code: string | null): code is VatCategory {
  return CATEGORIES.some((category) => category === code);
}
