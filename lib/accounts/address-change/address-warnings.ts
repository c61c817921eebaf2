import { distanceWithin } from "./edit-distance";

/**
 * What may be wrong with a new address; staff confirms each warning separately. `near_miss`: the domain differs by
 * one or two typing errors from a known one. `new_domain`: the customer used no address of this domain before.
 */
export const ADDRESS_WARNINGS = ["no_mail_server", "near_miss", "free_mailbox", "new_domain"] as const;
export type AddressWarning = (typeof ADDRESS_WARNINGS)[number];

/** The free mailbox providers that are common in France. */
const FREE_MAILBOXES = [
  "gmail.com",
  "outlook.com",
  "outlook.fr",
  "hotmail.com",
  "hotmail.fr",
  "live.fr",
  "yahoo.com",
  "yahoo.fr",
  "icloud.com",
  "orange.fr",
  "wanadoo.fr",
  "free.fr",
  "sfr.fr",
  "laposte.net",
  "bbox.fr",
  "gmx.fr",
  "protonmail.com",
  "proton.me",
] as const;

/** A domain with more typing errors than this counts as a different one. */
const MAX_TYPING_ERRORS = 2;
/** In a domain of at most this many characters, only one typing error is accepted. */
const SHORT_NAME = 8;

const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1);

/**
 * Compares the domain of a new address with free mailbox providers and with the domains that this customer used before.
 * `suggestion`: the domain that was probably meant. Does not look for mail servers (`find-mail-servers.ts` does).
 */
export function addressWarnings(
  email: string,
  usedBefore: readonly string[],
): { warnings: Exclude<AddressWarning, "no_mail_server">[]; suggestion: string | null } {
  const domain = domainOf(email);
  const own = [...new Set(usedBefore.map(domainOf))];
  const isFree = FREE_MAILBOXES.some((free) => free === domain);
  if (own.includes(domain)) return { warnings: isFree ? ["free_mailbox"] : [], suggestion: null };
  if (isFree) return { warnings: ["free_mailbox", "new_domain"], suggestion: null };
  const maxErrors = domain.length <= SHORT_NAME ? 1 : MAX_TYPING_ERRORS;
  const suggestion =
    [...own, ...FREE_MAILBOXES].find((known) => distanceWithin(domain, known, maxErrors)) ?? null;
  return { warnings: suggestion === null ? ["new_domain"] : ["near_miss", "new_domain"], suggestion };
}
