import { z } from "zod";

/**
 * Returns whether a text is a mail address by the HTML standard, with a dot in its domain, within RFC 5321, 4.5.3.1.
 */
export const isMailAddress = (value: string): boolean =>
  value.length <= 254 &&
  z.regexes.html5Email.test(value) &&
  /^(?!\.)(?!.*\.[.@])[^@]{1,64}@[^@]+\.[^@.]{2,}$/.test(value);

/** Returns a typed address as it is stored and compared: Unicode compatibility form, trimmed, lower-case. */
export const normalizeMailAddress = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();
