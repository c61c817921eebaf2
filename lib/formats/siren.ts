/** Schemes of ISO/IEC 6523 (ICD): SIRENE numbers companies, SIRET adds five digits for an establishment. */
const SIREN_SCHEME = "0002";
const SIRET_SCHEME = "0009";

/** Whether the text is a SIREN: nine digits whose Luhn sum is a multiple of ten. */
export function isSiren(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = [...text].reduceRight((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The SIREN an identifier of that scheme names; null for other schemes, "invalid" for a wrong one. */
export function sirenOf(identifier: string, scheme: string | null): string | "invalid" | null {
  if (scheme !== SIREN_SCHEME && scheme !== SIRET_SCHEME) return null;
  const digits = identifier.replace(/\s/g, "");
  // A SIRET under the SIREN's scheme is a common mistake and still names the company.
  const siren = /^\d{14}$/.test(digits) ? digits.slice(0, 9) : digits;
  return isSiren(siren) ? siren : "invalid";
}
