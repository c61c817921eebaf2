import { domainToASCII } from "node:url";
import { z } from "zod";

/**
 * Returns whether a text is a mail address by the HTML standard, with a dot in its domain, within RFC 5321, 4.5.3.1.
 */
export const isMailAddress = (value: string): boolean =>
  value.length <= 254 &&
  z.regexes.html5Email.test(value) &&
  /^(?!\.)(?!.*\.[.@])[^@]{1,64}@[^@]+\.[^@.]{2,}$/.test(value);

/** A link that opens the reader's mail program. The address is encoded, so that it cannot add headers (RFC 6068). */
export function mailtoHref(address: string): `mailto:${string}` {
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
  return `mailto:${encodeURIComponent(local)}@${encodeURIComponent(domain)}`;
}

/**
 * Returns a typed address as it is stored, compared and shown: Unicode compatibility form, trimmed, lower-case; the
 * apostrophes of word processors become `'`, and a domain with accents or in another script becomes its ASCII form
 * (`xn--…`, RFC 5891), which every mail server accepts and in which similar characters are visibly different.
 */
export function normalizeMailAddress(typed: string): string {
  const address = typed.normalize("NFKC").trim().toLowerCase().replace(/[‘’ʼ]/g, "'");
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  // Only for letters, digits, dots and hyphens: `domainToASCII` would drop parts of a text with other characters.
  if (at < 0 || !/[^ -~]/.test(domain) || !/^[\p{L}\p{M}\p{N}.。-]+$/u.test(domain)) return address;
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain}`;
}
