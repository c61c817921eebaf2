import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as french from "@zxcvbn-ts/language-fr";
import { normalizePassword, type PasswordFault, passwordFaults } from "@/lib/password-rule";

/** A password that needs fewer guesses is refused as well known. */
const MIN_GUESSES_LOG10 = 7;
/**
 * Limits of the estimate, because it blocks the thread of all requests: a crafted password of 64 characters took seconds
 * with the library's own limit of a hundred substitutions (« 4 » for « a »). Passwords that attackers try first are shorter
 * and simpler.
 */
const MAX_CHECKED_LENGTH = 40;
const MAX_SUBSTITUTIONS = 10;

export type NewPasswordFault = PasswordFault | "breached";

/** All reasons to refuse a new password for these identifiers: the faults of the rule, else that it is well known. */
export function newPasswordFaults(typed: string, ...identifiers: string[]): NewPasswordFault[] {
  const password = normalizePassword(typed);
  const faults = [...new Set(identifiers.flatMap((identifier) => passwordFaults(password, identifier)))];
  return faults.length === 0 && isWellKnown(password, identifiers) ? ["breached"] : faults;
}

let estimator: ZxcvbnFactory | undefined;

/**
 * Whether the password equals or resembles a leaked password, a common word, a keyboard row or one of `about` (words known
 * about its user). NIST SP 800-63B, 3.1.1.2 asks for this comparison; it uses bundled lists and no network.
 */
function isWellKnown(password: string, about: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: MAX_CHECKED_LENGTH,
    l33tMaxSubstitutions: MAX_SUBSTITUTIONS,
  });
  const parts = about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length > 2);
  return estimator.check(password.slice(0, MAX_CHECKED_LENGTH), parts).guessesLog10 < MIN_GUESSES_LOG10;
}
