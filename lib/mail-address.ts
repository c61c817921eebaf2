import { z } from "zod";

/** An address as forms of the HTML standard take it, of a domain with a dot, within the limits of RFC 5321, 4.5.3.1. */
export const isMailAddress = (value: string): boolean =>
  value.length <= 254 &&
  z.regexes.html5Email.test(value) &&
  /^(?!\.)(?!.*\.[.@])[^@]{1,64}@[^@]+\.[^@.]{2,}$/.test(value);

/** A typed address as it is stored and compared: without spaces around it, lower-case. */
export const normalizeMailAddress = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();
