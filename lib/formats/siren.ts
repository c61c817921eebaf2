import { withoutInvisible } from "@/lib/invisible-text";

/** How files name the schemes of SIREN and SIRET: their codes of ISO/IEC 6523, their names, and Peppol's old names. */
const SIREN_SCHEMES = new Set(["0002", "SIREN", "SIRENE", "FR:SIRENE"]);
const SIRET_SCHEMES = new Set(["0009", "SIRET", "FR:SIRET"]);
/** French electronic addresses: a SIREN, alone or followed by "_" and a SIRET, a routing code or a suffix. */
const ADDRESS_SCHEME = "0225";
/** A French VAT number as identifier (Peppol). */
const VAT_SCHEMES = new Set(["9957", "FR:VAT"]);

/** Whether the text is a SIREN: nine digits whose Luhn sum is a multiple of ten. */
export function isSiren(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = [...text].reduceRight((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Returns the SIREN in an identifier; null for a scheme without a SIREN, "invalid" when it contains no valid one. */
export function sirenOf(identifier: string, scheme: string | null): string | "invalid" | null {
  const name = scheme?.trim().toUpperCase() ?? "";
  if (VAT_SCHEMES.has(name)) return sirenOfVatNumber(identifier) ?? "invalid";
  if (name === ADDRESS_SCHEME) return validSiren(compact(identifier).split("_")[0] ?? "") ?? "invalid";
  if (!SIREN_SCHEMES.has(name) && !SIRET_SCHEMES.has(name)) return null;
  return validSiren(compact(identifier)) ?? "invalid";
}

/**
 * Returns the SIREN in a legal identifier without a scheme: nine digits, a SIRET, or one of them after « SIREN »,
 * « SIRET » or « RCS ». Null for anything else, such as the number of a foreign register.
 */
export function sirenOfLegalText(identifier: string): string | null {
  const text = compact(identifier);
  if (/^\d+$/.test(text)) return validSiren(text);
  return /siren|siret|rcs/i.test(text) ? validSiren(/\d{9,14}/.exec(text)?.[0] ?? "") : null;
}

/** The SIREN in a French VAT number, its last nine digits; null for other VAT numbers. */
export function sirenOfVatNumber(vatNumber: string): string | null {
  return validSiren(/^FR[0-9A-Z]{2}(\d{9})$/.exec(compact(vatNumber).toUpperCase())?.[1] ?? "");
}

/** An identifier as it is compared: without spaces, points, hyphens and characters that cannot be seen. */
export const compact = (identifier: string): string => withoutInvisible(identifier).replace(/[\s.\-]/g, "");

/** Returns the SIREN in these digits, which may also be a SIRET; null when it is not valid. */
function validSiren(digits: string): string | null {
  const siren = /^\d{14}$/.test(digits) ? digits.slice(0, 9) : digits;
  return isSiren(siren) ? siren : null;
}
