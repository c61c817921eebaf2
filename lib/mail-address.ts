import { z } from "zod";

/** A mail address as the HTML standard's forms accept it, with a dot in its domain, within the limits of RFC 5321, 4.5.3.1. */
export const isMailAddress = (value: string): boolean =>
  value.length <= 254 &&
  z.regexes.html5Email.test(value) &&
  /^(?!\.)(?!.*\.[.@])[^@]{1,64}@[^@]+\.[^@.]{2,}$/.test(value);

/** A typed address as it is stored and compared: without spaces around it, lower-case. */
export const normalizeMailAddress = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();
