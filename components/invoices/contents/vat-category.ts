/** UNCL 5305 codes that EN 16931 uses without a VAT rate to show: zero-rated, exempt, reverse charge and others. */
const CATEGORIES = ["Z", "E", "AE", "K", "G", "O"] as const;
type VatCategory = (typeof CATEGORIES)[number];

export function isVatCategory(code: string | null): code is VatCategory {
  return CATEGORIES.some((category) => category === code);
}
