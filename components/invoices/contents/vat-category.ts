/** The UNCL 5305 codes of EN 16931 shown as text instead of a VAT rate: zero-rated, exempt, reverse charge and others. */
const CATEGORIES = ["Z", "E", "AE", "K", "G", "O"] as const;
type VatCategory = (typeof CATEGORIES)[number];

export function isVatCategory(code: string | null): code is VatCategory {
  return CATEGORIES.some((category) => category === code);
}
