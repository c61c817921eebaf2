import { domainToASCII } from "node:url";
import { z } from "zod";

/**
 * Returns whether a text is a mail address by the HTML standard, with a dot in its domain, within RFC 5321, 4.5.3.1.
 */
export const isMailAddress = (value: string): boolean =>
  value.length <= 254 &&
  z.regexes.html5Email.test(value) &&
  /^(?!\.)(?!.*\.[.@])[^@]{1,64}@[^@]+\.[^@.]{2,}$/.test(value);

/**
 * Returns a typed address as it is stored, compared and shown: Unicode compatibility form, trimmed, lower-case; the
 * apostrophes of word processors become `'`, and a domain with accents or of another script becomes its ASCII form
 * (`xn--…`, RFC 5891), which every mail server takes and nobody can imitate.
 */
export function normalizeMailAddress(typed: string): string {
  const address = typed.normalize("NFKC").trim().toLowerCase().replace(/[‘’ʼ]/g, "'");
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  // Only letters, digits, dots and hyphens: of anything else the conversion would drop parts.
  if (at < 0 || !/[^ -~]/.test(domain) || !/^[\p{L}\p{M}\p{N}.。-]+$/u.test(domain)) return address;
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain}`;
}
